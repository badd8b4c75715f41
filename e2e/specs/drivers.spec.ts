// A driver diagram by the keyboard alone, and its pages on a phone, in dark, and on paper.
import type { Page } from "@playwright/test";
import { NARROW, breachesInEveryLook } from "../lib/axe";
import { invalid } from "../lib/html";
import { logIn } from "../lib/login";
import { reach } from "../lib/reflow";
import { expect, test } from "../lib/test";
import { startWork } from "../lib/work";

/** Goes on with Tab until the element with such a name has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, role: string, name: RegExp): Promise<void> {
  const wanted = page.locator("main").getByRole(role as "link", { name }).first();
  await expect(wanted).toBeVisible();
  for (let pressed = 0; pressed < 120; pressed++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no way to ${name} by Tab`);
}

/** Fills in the form of a driver, from its first field to its button. */
async function write(page: Page, words: string): Promise<void> {
  await tabTo(page, "textbox", /^Hva er det/);
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: `«${words}» står i listen.` })).toBeVisible();
}

test("aim, drivers and phases with nothing but the keyboard", async ({ page, site }, info) => {
  await logIn(page, site, `drivere-${info.project.name.replace(/\W/g, "-")}@example.org`);
  await startWork(page, { title: `Drivere ${info.project.name}`, aim: "Flere skal holde vekta", measure: "Beboere som holder vekta", shape: "share", better: "higher" });
  await expect(page.locator("main h1")).toContainText("Drivere");
  const work = new URL(page.url()).pathname;
  const drivers = `${work}/drivere`;
  await page.goto(drivers);
  for (const words of ["Ro rundt bordet", "Mat som frister"]) {
    await tabTo(page, "link", /^Legg til en driver/);
    await page.keyboard.press("Enter");
    await write(page, words);
  }
  await tabTo(page, "link", /^Legg til under ?: Ro rundt bordet/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: "Sekundær driver" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Ro rundt bordet" })).toBeChecked();
  await tabTo(page, "textbox", /^Hva er det/);
  await page.keyboard.type("Personalet sitter ved bordet");
  await tabTo(page, "checkbox", /^Mat som frister/);
  await page.keyboard.press("Space");
  await tabTo(page, "button", /^Lagre/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "står i listen." })).toBeVisible();
  await expect(page.locator("main .hang-list")).toContainText("Står også et annet sted");
  await tabTo(page, "button", /^Flytt ned ?: Ro rundt bordet/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "er flyttet" })).toBeVisible();
  await expect(page.locator("main .hang-list h3").first()).toHaveText("Mat som frister");
  await tabTo(page, "link", /^Endre ?: Mat som frister/);
  await page.keyboard.press("Enter");
  await tabTo(page, "button", /^Ta bort/);
  await page.keyboard.press("Enter");
  await tabTo(page, "button", /^Angre/);
  await page.keyboard.press("Enter");
  await expect(page.locator("main .hang-list")).toContainText("Mat som frister");
  // Where there is no room for the drawing, the list says the same; on paper both stand.
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.locator("main svg.hang")).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator("main svg.hang")).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("main svg.hang")).toBeVisible();
  await page.emulateMedia({ media: null });
  const step = `${work}/faser/forberede_team`;
  const pages = [work, drivers, `${drivers}/ny`, `${work}/faser`, step, `${work}/metode`, `${work}/metode/ord`];
  for (const one of pages) {
    const answer = await page.goto(one);
    expect.soft(answer?.status(), one).toBe(200);
    expect.soft(await invalid((await answer?.text()) ?? ""), one).toEqual([]);
    await page.setViewportSize({ width: NARROW, height: 640 });
    const { width, tooWide } = await reach(page, NARROW);
    expect.soft(width, `${one}: ${tooWide.join("\n")}`).toBeLessThanOrEqual(NARROW);
    expect.soft(await breachesInEveryLook(page), one).toEqual([]);
  }
});

test("the public page shows the drawing at a desk, and the list alone on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/nb/prosjekter/e2e-rolige-maltider");
  const drivers = page.getByRole("region", { name: "Det som driver målet" });
  await expect(drivers.locator("svg.hang")).toBeVisible();
  await expect(drivers.locator(".hang-list")).toContainText("Ro rundt bordet");
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(drivers.locator("svg.hang")).toBeHidden();
  await expect(drivers.locator(".hang-list")).toContainText("Ro rundt bordet");
});
