// From the front page to a project, its team, and back by search: with and without script, on both engines.
import type { Page } from "@playwright/test";
import { TEAM_ADDRESS } from "../lib/pages";
import { expect, test } from "../lib/test";

const TITLE = "Rolige måltider på tre avdelinger";
/** A form that comes back sooner than this was not filled in by a person. */
const HUMAN = 2_500;

const mainMenu = (page: Page) => page.getByRole("navigation", { name: "Hovedmeny", exact: true });
const languages = (page: Page) => page.getByRole("navigation", { name: "Språk", exact: true });
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });

/** Ticks a box among the filters, and sends the form where no script does it. */
async function filter(page: Page, facet: string, value: RegExp, script: boolean): Promise<number> {
  const box = page.getByRole("group", { name: facet }).getByRole("checkbox", { name: value });
  const label = await box.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? "");
  await box.check();
  if (!script) await page.getByRole("button", { name: "Vis treff" }).click();
  return Number(/(\d+)\s*treff/.exec(label)?.[1]);
}

for (const script of [true, false]) {
  test.describe(script ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled: script });

    test("a reader finds a project, asks its team and searches on", async ({ page, site }, info) => {
      const mark = `${info.project.name} ${script} ${Date.now()}`;
      const sent: Promise<string>[] = [];
      page.on("response", (answer) => {
        if (answer.headers()["content-type"]?.startsWith("text/html") && answer.status() !== 303) {
          sent.push(answer.text().catch(() => ""));
        }
      });

      await test.step("front page to list", async () => {
        await page.goto("/");
        await expect(page).toHaveURL(/\/nb\/$/);
        await mainMenu(page).getByRole("link", { name: "Prosjekter" }).click();
        await expect(heading(page, "Prosjekter")).toBeVisible();
      });

      await test.step("filters", async () => {
        const promised = await filter(page, "Resultat", /^Bedre/, script);
        await expect(page).toHaveURL(/resultat=improved/);
        await expect(page.getByRole("heading", { level: 2, name: `${promised} prosjekter` })).toBeVisible();
        await filter(page, "Tema", /^Ernæring/, script);
        await expect(page).toHaveURL(/tema=ernaering/);
        await expect(page).toHaveURL(/resultat=improved/);
        for (const story of await page.locator("main article").all()) await expect(story).toContainText("Bedre");
      });

      await test.step("the address holds the filters, in every language", async () => {
        await languages(page).getByRole("link", { name: "Nynorsk" }).click();
        await expect(page).toHaveURL(/\/nn\/prosjekter\?.*resultat=improved/);
        await expect(page.getByRole("link", { name: TITLE })).toBeVisible();
        await page.getByRole("navigation", { name: "Språk", exact: true }).getByRole("link", { name: "Bokmål" }).click();
      });

      await test.step("project", async () => {
        await page.getByRole("link", { name: TITLE }).click();
        await expect(heading(page, TITLE)).toBeVisible();
        await expect(page.getByRole("definition").filter({ hasText: "august 2022 – desember 2023" })).toBeVisible();
      });

      await test.step("a form that is not filled in comes back with what was typed", async () => {
        await page.getByRole("link", { name: "Spør teamet" }).click();
        await page.getByLabel("Melding").fill(`Hvordan fikk dere ro? ${mark}`);
        await page.getByRole("button", { name: "Send melding" }).click();
        await expect(page).toHaveTitle(/^Feil: /);
        const summary = page.getByRole("group", { name: /Du må rette 2 feil/ });
        await expect(summary).toBeVisible();
        await expect(summary).toBeFocused();
        await expect(page.getByLabel("Melding")).toHaveValue(new RegExp(mark));
        await expect(page.getByLabel("E-post")).toHaveAttribute("aria-invalid", "true");
        await summary.getByRole("link").first().click();
        await expect(page).toHaveURL(/#navn$/);
        await expect(page.getByLabel("Navn")).toBeFocused();
      });

      await test.step("a form that is filled in is sent, once, to the team", async () => {
        await page.getByLabel("Navn").fill("En leser");
        await page.getByLabel("E-post").fill("leser@sted.example");
        await page.waitForTimeout(HUMAN);
        await page.getByRole("button", { name: "Send melding" }).click();
        await expect(page).toHaveURL(/\/kontakt\/sendt$/);
        await expect(heading(page, "Meldingen er på vei")).toBeVisible();
        await expect.poll(() => site.mails.with(mark).length, { timeout: 20_000 }).toBe(1);
        expect(site.mails.with(mark)[0]?.to).toEqual([TEAM_ADDRESS]);
      });

      await test.step("search finds it again, and shows why", async () => {
        await page.getByRole("banner").getByRole("link", { name: "Søk" }).click();
        const search = page.getByRole("main").getByRole("search");
        await search.getByRole(script ? "combobox" : "searchbox").fill("måltidene");
        await search.getByRole("button", { name: "Søk" }).click();
        const hit = page.getByRole("article").filter({ has: page.getByRole("link", { name: TITLE }) });
        await expect(hit.locator("mark").first()).toHaveText(/måltid/i);
        await hit.getByRole("link", { name: TITLE }).click();
      });

      await test.step("another language shows the same page", async () => {
        await languages(page).getByRole("link", { name: "Nynorsk" }).click();
        await expect(page).toHaveURL(/\/nn\/prosjekter\/e2e-rolige-maltider$/);
        await expect(page.locator("html")).toHaveAttribute("lang", "nn");
        await expect(heading(page, TITLE)).toBeVisible();
        await expect(page.locator("[lang=nb]").filter({ has: heading(page, TITLE) }).first()).toBeAttached();
      });

      const pages = await Promise.all(sent);
      expect(pages.length).toBeGreaterThan(8);
      expect(pages.filter((html) => html.includes(TEAM_ADDRESS))).toEqual([]);
      expect(site.mails.with(mark)).toHaveLength(1);
    });
  });
}
