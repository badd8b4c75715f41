// Paper: what is ticked is what is printed; PDFs are whole for those who listen to them; booklets are made.
import { PROJECT, TOOL } from "../lib/pages";
import { read } from "../lib/pdf";
import { expect, test } from "../lib/test";

const PUBLICATION = "/nb/publikasjoner/e2e-rapport";
// Typesetting is slow in a build made for finding faults, and others want the machine too.
const SETTING = { timeout: 60_000 };
test.describe.configure({ timeout: 180_000 });

test("a PDF has tags, language, title, bookmarks and texts in place of pictures", async ({ request }) => {
  const answer = await request.get(`${PROJECT}/pdf`, SETTING);
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  const pdf = await read(await answer.body());
  expect(pdf.marked).toBe(true);
  expect(pdf.lang).toMatch(/^nb/);
  expect(pdf.title.length).toBeGreaterThan(3);
  expect(pdf.bookmarks).toHaveLength(1);
  expect(pdf.roles).toContain("H1");
  expect(pdf.roles).toContain("H2");
  expect(pdf.roles).toContain("P");
  for (const alternative of pdf.alternatives) expect(alternative.trim()).not.toBe("");
  // Title before facts before the address: the order in which it is read aloud.
  const places = [pdf.title, "Fakta", "Fast adresse"].map((words) => pdf.text.indexOf(words));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
});

test("the browser's own print of a publication has its chapters", async ({ page }) => {
  await page.goto("/nb/publikasjoner/e2e-veileder");
  const chapters = page.locator(".on-paper");
  await expect(chapters).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(chapters).toBeVisible();
  expect(await chapters.getByRole("heading", { level: 2 }).count()).toBeGreaterThan(2);
});

test("the paper of a tool names its files", async ({ request }) => {
  const pdf = await read(await (await request.get(`${TOOL}/pdf`, SETTING)).body());
  expect(pdf.text).toMatch(/Sjekkliste\s+til\s+utskrift/);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("only what is ticked is shown, and nothing else is printed", async ({ page }) => {
      await page.goto(`${PUBLICATION}/utskrift`);
      const boxes = page.locator("form.choose input[type=checkbox]");
      const count = await boxes.count();
      expect(count).toBeGreaterThan(1);
      for (let n = 1; n < count; n++) await boxes.nth(n).uncheck();
      await page.locator("form.choose button[type=submit]").first().click();
      await expect(boxes.nth(0)).toBeChecked();
      await expect(boxes.nth(1)).not.toBeChecked();
      await page.emulateMedia({ media: "print" });
      await expect(page.locator("form.choose")).toBeHidden();
      await expect(page.locator("nav").first()).toBeHidden();
      await expect(page.locator(".printed")).toBeVisible();
      await expect(page.locator(".printed")).toContainText("/id/");
    });

    test("a tick holds at once, on the screen and on paper", async ({ page }) => {
      await page.goto(`${PUBLICATION}/utskrift`);
      const box = page.locator("form.choose input[name=kapittel]").last();
      const mark = await box.getAttribute("data-pick");
      const part = page.locator(`[data-part="${mark}"]`);
      await expect(part).toBeVisible();
      await box.uncheck();
      await expect(part).toBeHidden();
      await page.emulateMedia({ media: "print" });
      await expect(part).toBeHidden();
      await page.emulateMedia({ media: "screen" });
      await page.getByRole("link", { name: "Fjern alle kryss" }).click();
      await expect(page.locator("form.choose input:checked")).toHaveCount(0);
      await expect(part).toBeHidden();
      await page.locator(`[data-pick="${mark}"]`).check();
      await expect(part).toBeVisible();
      await page.getByRole("link", { name: "Kryss av alle" }).click();
      await expect(page.locator("form.choose input:not(:checked):not([type=hidden])")).toHaveCount(0);
    });

    test("a booklet is ordered, waited for and fetched", async ({ page, request }) => {
      await page.goto("/nb/prosjekter");
      await page.locator(".booklet a[href*=hefte]").click();
      const boxes = page.locator("input[name=tekst]");
      const count = await boxes.count();
      for (let n = 2; n < count; n++) await boxes.nth(n).uncheck();
      await page.locator("form.form button[type=submit]").click();
      const ready = page.locator(".making a[href$='/pdf']");
      for (let tries = 0; tries < 6 && !(await ready.isVisible()); tries++) {
        const wait = page.locator(".making a[href$='vent=1']");
        if (await wait.isVisible()) await wait.click(SETTING);
        else await page.waitForTimeout(500);
      }
      await expect(ready).toBeVisible(SETTING);
      const pdf = await read(await (await request.get((await ready.getAttribute("href")) ?? "", SETTING)).body());
      expect(pdf.roles).toContain("TOC");
      // The contents, then each text.
      expect(pdf.bookmarks).toHaveLength(3);
    });
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`what is wrong with a booklet has one colour, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/nb/hefte?fra=prosjekter&ingen=1");
    await page.locator("#tittel").fill("");
    await page.locator("form.form button[type=submit]").click();
    const colour = (what: string) => page.locator(what).evaluate((element) => getComputedStyle(element).color);
    expect(await colour("#tekst-feil")).toBe(await colour("#tittel-feil"));
    expect(await colour("#tekst-feil")).not.toBe(await colour("#tekst > .quiet"));
  });
}
