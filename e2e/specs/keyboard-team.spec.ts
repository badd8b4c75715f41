// Numbers and a test of change by the keyboard alone: from the page of the work, and through what was learned.
import type { Locator, Page } from "@playwright/test";
import { heading, logIn } from "../lib/login";
import { expect, test } from "../lib/test";
import { startWork } from "../lib/work";

/** Goes on with Tab until it has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let pressed = 0; pressed < 150; pressed++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no way to ${wanted} by Tab`);
}

const named = (page: Page, name: string) => page.locator(`main [name="${name}"]`).first();

async function type(page: Page, name: string, words: string): Promise<void> {
  await tabTo(page, named(page, name));
  await page.keyboard.type(words);
}

/** The first of a few to choose from, in a list or among buttons. */
async function chooseFirst(page: Page, name: string): Promise<void> {
  await tabTo(page, named(page, name));
  const isList = await named(page, name).evaluate((element) => element.tagName === "SELECT");
  await page.keyboard.press(isList ? "ArrowDown" : "Space");
}

async function send(page: Page): Promise<void> {
  await tabTo(page, page.locator("main #send"));
  const answer = page.waitForResponse((one) => one.request().method() === "POST");
  await page.keyboard.press("Enter");
  expect((await answer).status()).toBe(303);
  await page.waitForLoadState();
}

test("numbers, what was tried and what came of it, with nothing but the keyboard", async ({ page, site }, info) => {
  const title = `Taster ${info.project.name}`;
  await logIn(page, site, `taster-${info.project.name.replace(/\W/g, "-")}@example.org`);
  await startWork(page, { title, aim: "Færre skal falle", measure: "Fall", shape: "count", better: "lower" });
  await expect(heading(page, title)).toBeVisible();
  const work = new URL(page.url()).pathname;
  await type(page, "tall", "4");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Tallet er lagret." })).toBeVisible();
  await expect(page.locator("figure.chart-figure").first()).toBeVisible();
  // Counted while it happens, on the screen for all numbers.
  await page.goto(`${work}/tall`);
  await tabTo(page, page.locator('main button[name="en_til"]:visible').first());
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-tally] output:visible").first()).toHaveText("5");
  await page.goto(`${work}/utprovinger`);
  await tabTo(page, page.locator(`main a[href$="/utprovinger/ny"]`).first());
  await page.keyboard.press("Enter");
  await type(page, "hva", "Lys langs gulvet");
  await type(page, "tror", "Færre snubler");
  await send(page);
  await expect(page).toHaveURL(/\/utprovinger(\/1)?(\?.*)?$/);
  await page.goto(`${work}/utprovinger/1`);
  await chooseFirst(page, "stemte");
  await type(page, "laert", "De ser veien til badet");
  await chooseFirst(page, "avgjort");
  await send(page);
  await page.goto(`${work}/utprovinger`);
  await expect(page.getByRole("main")).toContainText("De ser veien til badet");
});
