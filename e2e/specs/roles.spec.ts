// Roles in a browser: asking for one where one works, answering, and who may do what on a phone and on paper.
import type { Page } from "@playwright/test";
import { NARROW, breachesInEveryLook } from "../lib/axe";
import { invalid } from "../lib/html";
import { reach } from "../lib/reflow";
import { expect, test } from "../lib/test";

test.use({ command: "demo" });

async function become(page: Page, role: string): Promise<void> {
  await page.goto("/nb/eksempelfolk");
  await page.locator(`button[name="rolle"][value="${role}"]`).click();
  await expect(page.getByRole("heading", { level: 1, name: "Min side" })).toBeVisible();
}

/** A choice is drawn as buttons or as a list, by how much there is to choose from. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  const list = page.locator(`select[name="${name}"]`);
  if ((await list.count()) > 0) await list.selectOption(value);
  else await page.locator(`input[name="${name}"][value="${value}"]`).check();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("one asks for a role, and whoever leads there says no or yes", async ({ page }) => {
      // Each page is looked at in light and dark, wide and narrow.
      test.setTimeout(180_000);
      const role = javaScriptEnabled ? "reviewer" : "team_lead";
      await become(page, "member");
      await page.getByRole("link", { name: "Be om en rolle" }).click();
      await page.getByLabel("Navn på senter, kommune eller virksomhet").fill("hedmark");
      await page.getByRole("button", { name: "Finn" }).click();
      await page.getByRole("main").getByRole("link", { name: /Hedmark/ }).first().click();
      await choose(page, "rolle", role);
      await page.getByRole("button", { name: "Send", exact: true }).click();
      // The reason is lacking; what was chosen is there still.
      await expect(page.getByRole("main")).toContainText("Skriv hvorfor du trenger rollen");
      await page.getByRole("textbox", { name: /^Hvorfor/ }).fill("Jeg leser gjennom for senteret.");
      await page.getByRole("button", { name: "Send", exact: true }).click();
      await expect(page.getByRole("main")).toContainText("Venter på svar");

      await become(page, "centre_leader");
      await page.getByRole("main").locator('a[href*="/foresporsler/"]').first().click();
      await expect(page.getByRole("main")).toContainText("Jeg leser gjennom for senteret.");
      const here = new URL(page.url()).pathname;
      const answer = await page.goto(here);
      expect.soft(await invalid((await answer?.text()) ?? "")).toEqual([]);
      await choose(page, "svar", "nei");
      await page.getByRole("button", { name: "Send svaret" }).click();
      await expect(page.getByRole("main")).toContainText("Skriv hvorfor du sier nei");
      await choose(page, "svar", "ja");
      await page.getByRole("button", { name: "Send svaret" }).click();
      await expect(page.getByRole("status").filter({ hasText: "Rollen er gitt." })).toBeVisible();
      // Whoever comes to answer after that reads what was answered.
      await page.goto(here);
      await expect(page.getByRole("heading", { level: 1, name: "Det er svart på dette" })).toBeVisible();
      // What looks for breaches is a script itself.
      if (javaScriptEnabled) expect.soft(await breachesInEveryLook(page)).toEqual([]);

      await become(page, "member");
      await page.goto("/nb/min-side/rolle");
      await expect(page.getByRole("main")).toContainText("Gitt");
    });
  });
}

test("who is to be thrown out is asked about on a page of its own, and nothing is done by a no", async ({ page }) => {
  await become(page, "administrator");
  await page.goto("/nb/tilgang");
  for (const [link, question] of [["Steng kontoen", "Stenge kontoen?"], ["Ta bort rollen", "Ta bort rollen?"]] as const) {
    await page.getByRole("main").getByRole("link", { name: new RegExp(`^${link}`) }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: question })).toBeVisible();
    const asked = await page.goto(page.url());
    expect.soft(await invalid((await asked?.text()) ?? "")).toEqual([]);
    expect.soft(await breachesInEveryLook(page)).toEqual([]);
    await page.getByRole("link", { name: "Nei, gå tilbake" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Roller og tilgang" })).toBeVisible();
  }
  await expect(page.getByText("Stengt", { exact: true })).toHaveCount(0);
});

test("a page that is shut says what opens it", async ({ page }) => {
  await become(page, "member");
  expect((await page.goto("/nb/tilgang"))?.status()).toBe(403);
  await expect(page.getByRole("main")).toContainText("Nasjonal koordinator");
  expect.soft(await breachesInEveryLook(page)).toEqual([]);
});

test("who may do what is told in words, on a phone and on paper", async ({ page }) => {
  await become(page, "administrator");
  await page.setViewportSize({ width: NARROW, height: 800 });
  await page.goto("/nb/rettigheter");
  const row = page.locator("tr", { hasText: "Endre det som står om et senter" });
  await expect(row).toContainText("Senterleder: Bare egen");
  await expect(row.locator("td[data-no]").first()).toBeHidden();
  const { width, tooWide } = await reach(page, NARROW);
  expect.soft(width, tooWide.join("\n")).toBeLessThanOrEqual(NARROW);
  // Nor with letters twice as large.
  await page.setViewportSize({ width: 390, height: 800 });
  await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
  const large = await reach(page, 390);
  expect.soft(large.width, large.tooWide.join("\n")).toBeLessThanOrEqual(390);
  await page.evaluate(() => { document.documentElement.style.fontSize = ""; });
  await page.emulateMedia({ media: "print" });
  await expect(row).toContainText("Senterleder: Bare egen");
  await expect(page.getByRole("heading", { name: "Forbedringsarbeid" })).toBeVisible();
});
