// The registers in a browser: every form, also faulted, by those who look after them.
import type { Page } from "@playwright/test";
import { NARROW, breachesInEveryLook } from "../lib/axe";
import { invalid } from "../lib/html";
import { reach } from "../lib/reflow";
import { expect, test } from "../lib/test";

test.use({ command: "demo" });

/** One of the example people that the demo has made: a click is worth both steps there. */
async function become(page: Page, role: string): Promise<void> {
  await page.goto("/nb/eksempelfolk");
  await page.locator(`button[name="rolle"][value="${role}"]`).click();
  await expect(page.getByRole("heading", { level: 1, name: "Min side" })).toBeVisible();
}

test("a leader says something of their centre, and readers see it", async ({ page }, info) => {
  const words = `Gode måltider for alle, ${info.project.name}`;
  await become(page, "centre_leader");
  await page.getByRole("link", { name: "Oppdater registeret" }).click();
  await page.locator('main a[href*="/register/sentre/"]').first().click();
  await page.getByRole("link", { name: "Satsingsområde", exact: true }).click();
  await page.getByRole("textbox", { name: /^Hva kilden sier/ }).fill(words);
  await page.getByRole("button", { name: "Lagre" }).click();
  // The source is missing: what was typed is there still.
  await expect(page.getByRole("heading", { name: /feil/i })).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^Hva kilden sier/ })).toHaveValue(words);
  await page.getByRole("textbox", { name: /^Kilde/ }).fill("Senterets plan, 2026");
  await page.getByRole("button", { name: "Lagre" }).click();
  await expect(page.getByRole("main")).toContainText(words);
  await expect(page.locator("[data-receipt]")).toContainText("Lagret.");
  const said = page.url();
  await page.getByRole("link", { name: "Se siden slik leserne ser den" }).click();
  await expect(page.getByRole("main")).toContainText(words);
  // Taken away again: it is asked about, and nothing goes before the answer.
  await page.goto(said);
  await page.getByRole("listitem").filter({ hasText: words }).getByRole("link", { name: /^Endre/ }).first().click();
  await page.getByRole("button", { name: "Ta bort" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Vil du ta bort opplysningen?" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(words);
  await page.getByRole("button", { name: "Ja, ta den bort" }).click();
  await expect(page.locator("[data-receipt]")).toContainText("Opplysningen er tatt bort.");
});

test("every page of the registers can be read and used by all", async ({ page }) => {
  await become(page, "coordinator");
  await page.goto("/nb/register");
  const centre = await page.locator('main a[href*="/register/sentre/"]').first().getAttribute("href");
  const pages = [
    "/nb/register?sok=kommune",
    "/nb/register/tema",
    "/nb/register/tema/fall",
    "/nb/register/nytt-tema",
    "/nb/register/synonymer",
    "/nb/register/forsiden",
    "/nb/register/tekster",
    "/nb/register/venter",
    "/nb/register/nytt-senter",
    "/nb/register/ny-organisasjon",
    centre ?? "",
    `${centre}/utsagn?hva=area`,
    `${centre}/utsagn?hva=agreement`,
  ];
  for (const one of pages) {
    const answer = await page.goto(one);
    expect.soft(answer?.status(), one).toBe(200);
    expect.soft(await invalid((await answer?.text()) ?? ""), one).toEqual([]);
    await page.setViewportSize({ width: NARROW, height: 640 });
    const { width, tooWide } = await reach(page, NARROW);
    expect.soft(width, `${one}: ${tooWide.join("\n")}`).toBeLessThanOrEqual(NARROW);
    expect.soft(await breachesInEveryLook(page), one).toEqual([]);
    const send = page.locator("main #send");
    if ((await send.count()) > 0 && !one.endsWith("forsiden") && !one.endsWith("tema/fall")) {
      await send.click();
      expect.soft(await page.locator(".ds-error-summary").count(), `${one}, faulted`).toBe(1);
      expect.soft(await breachesInEveryLook(page), `${one}, faulted`).toEqual([]);
    }
  }
});
