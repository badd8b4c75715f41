// Numbers are entered while the net is cut, the page is closed, the session runs out, another takes the phone: each
// number is there once, and is whose who typed it.
import type { Page } from "@playwright/test";
import { NARROW, breachesInEveryLook } from "../lib/axe";
import { invalid } from "../lib/html";
import { heading, logIn } from "../lib/login";
import { reach } from "../lib/reflow";
import { expect } from "../lib/test";
import { test } from "../lib/windows";
import { startWork } from "../lib/work";

const ASKED = "[data-row]:not([hidden])";
/** What can't be sent as it is. */
const waiting = (page: Page) => page.locator("[data-waiting]");
const said = (page: Page) => page.locator("[data-status]");
const WEEKS = 21;

/** The day so many weeks ago, as people write it. */
function ago(weeks: number): string {
  const day = new Date(Date.now() - weeks * 7 * 86_400_000);
  return `${day.getDate()}.${day.getMonth() + 1}.${day.getFullYear()}`;
}

/** A work whose measure is counted each week; hands back where its numbers are entered. */
async function begin(page: Page, title: string, shape: "share" | "count"): Promise<string> {
  await startWork(page, { title: title, place: "Avdeling 2", aim: "Færre skal falle", measure: "Fall", shape: shape, better: "lower", often: "week" });
  await expect(heading(page, title)).toBeVisible();
  return `${new URL(page.url()).pathname}/tall`;
}

/** The page is on the phone, with what opens it. */
async function kept(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(heading(page, "Legg inn tall")).toBeVisible();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await expect.poll(() => page.evaluate(async (path) => (await caches.match(path)) !== undefined, path)).toBe(true);
  await expect.poll(() => page.evaluate(async () => navigator.serviceWorker.controller !== null)).toBe(true);
}

/** What the server has of each period: «uke 40, 2026: 3 av 20». */
async function held(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  const href = await page.locator(`main a[href^="${path}/"]`).first().getAttribute("href");
  await page.goto(href ?? "");
  const all = await page.locator("select#tid option").allTextContents();
  return all.filter((one) => / av 20$/.test(one));
}

/** The last week but these many gets a number, so that all after it are missing. */
async function firstNumber(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("link", { name: /^Et annet tidspunkt/ }).first().click();
  await page.getByRole("textbox", { name: /^Antall/ }).fill("1");
  await page.getByRole("textbox", { name: /^Av i alt/ }).fill("20");
  await page.getByRole("textbox", { name: /^Eller et annet tidspunkt/ }).fill(ago(WEEKS));
  await page.locator("main #send").click();
  await expect(page.getByRole("status").filter({ hasText: "Tallet er lagret." })).toBeVisible();
}

test("twenty numbers while the net is cut, the page closed and opened, are there once", async ({ open, site }, info) => {
  const page = await open({ viewport: { width: 390, height: 844 } });
  await logIn(page, site, `tjue-${info.testId}@kommune.example.org`);
  const path = await begin(page, "Tjue tall", "share");
  await firstNumber(page, path);
  await kept(page, path);
  await page.locator("details.older > summary").click();
  await expect(page.locator(ASKED)).toHaveCount(WEEKS);
  await page.locator(ASKED).first().locator("input[inputmode]").first().focus();
  for (let nth = 0; nth < 20; nth += 1) {
    if (nth === 7) {
      await expect(page.locator("[data-just]").getByText("Lagret.")).toHaveCount(nth);
      await page.context().setOffline(true);
    }
    // The number, then Enter past how many it is out of: as many as last time.
    await page.keyboard.type(String(nth % 9));
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect(page.locator(ASKED)).toHaveCount(WEEKS - nth - 1);
    await expect(page.locator(`${ASKED} input:focus`)).toHaveCount(1);
  }
  await expect(said(page)).toHaveText("Venter på å bli sendt: 13");
  await expect(page.locator("[data-offline]")).toBeVisible();
  // One more is typed, and not entered.
  await page.keyboard.type("8");
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  await page.close();

  const again = await page.context().newPage();
  await again.goto(path);
  await expect(heading(again, "Legg inn tall")).toBeVisible();
  await expect(said(again)).toHaveText("Venter på å bli sendt: 13");
  // The first one stood on the page when it was kept.
  await expect(again.locator("[data-just] li")).toHaveCount(14);
  await expect(again.locator(`${ASKED} input[inputmode]`).first()).toHaveValue("8");
  await again.context().setOffline(false);
  await expect(said(again)).toHaveText("Lagret.");
  const all = await held(again, path);
  expect(all).toHaveLength(21);
  expect(new Set(all.map((one) => one.split(":")[0])).size).toBe(21);
  expect(all.map((one) => Number(/: (\d+) av/.exec(one)?.[1])).sort()).toEqual([1, ...Array.from({ length: 20 }, (_, nth) => nth % 9)].sort());
});

test("on a phone that two use, what waits is hidden from the other, and sent as nobody else's", async ({ open, site }, info) => {
  const page = await open({ viewport: { width: 390, height: 844 } });
  const [kari, ola] = ["kari", "ola"].map((name) => `${name}-${info.testId}@kommune.example.org`) as [string, string];
  await logIn(page, site, kari);
  const path = await begin(page, "Karis arbeid", "share");
  await kept(page, path);
  await page.context().setOffline(true);
  const row = page.locator(ASKED).first();
  await row.locator("input[inputmode]").nth(0).fill("3");
  await row.locator("input[inputmode]").nth(1).fill("20");
  await page.locator("main #send").click();
  await expect(said(page)).toHaveText("Venter på å bli sendt: 1");
  // Her session is over, and she has not logged out.
  await page.context().clearCookies();
  await page.goto("about:blank");
  await page.context().setOffline(false);

  await logIn(page, site, ola);
  const sent: string[] = [];
  page.on("request", (request) => void (request.url().endsWith(".json") && sent.push(request.url())));
  const his = await begin(page, "Olas arbeid", "share");
  await kept(page, his);
  await expect(said(page)).toBeEmpty();
  await expect(page.locator("[data-just]")).toBeHidden();
  expect(sent).toEqual([]);
  expect(await page.evaluate(async (path) => (await caches.match(path)) === undefined, path)).toBe(true);
  expect((await page.goto(path))?.status()).toBe(404);
  // What is hers is left on the phone when he logs out.
  await page.getByRole("contentinfo").getByRole("button", { name: "Logg ut" }).click();
  await expect(page).toHaveURL(/\/nb\/(\?gjort=ut)?$/);

  await logIn(page, site, kari);
  await expect.poll(() => held(page, path)).toHaveLength(1);
});

test("with the session over, they log in, and then it is sent", async ({ open, site }, info) => {
  const page = await open({ viewport: { width: 390, height: 844 } });
  const address = `utlogget-${info.testId}@kommune.example.org`;
  await logIn(page, site, address);
  const path = await begin(page, "Utlogget", "share");
  await kept(page, path);
  await page.context().clearCookies();
  const row = page.locator(ASKED).first();
  await row.locator("input[inputmode]").nth(0).fill("3");
  await row.locator("input[inputmode]").nth(1).fill("20");
  await page.locator("main #send").click();
  await expect(page.locator("[data-log-in]")).toBeVisible();
  await expect(said(page)).toHaveText("Venter på å bli sendt: 1");
  await logIn(page, site, address);
  await expect.poll(() => held(page, path)).toHaveLength(1);
});

test("another number that came meanwhile is shown beside one's own, and replaced with a reason", async ({ open, site }, info) => {
  const page = await open({ viewport: { width: 390, height: 844 } });
  await logIn(page, site, `to-telefoner-${info.testId}@kommune.example.org`);
  const path = await begin(page, "To telefoner", "share");
  await kept(page, path);
  const other = await page.context().newPage();
  await other.goto(path);
  for (const [one, value] of [[other, "3"], [page, "4"]] as const) {
    const row = one.locator(ASKED).first();
    await row.locator("input[inputmode]").nth(0).fill(value);
    await row.locator("input[inputmode]").nth(1).fill("20");
    await one.locator("main #send").click();
    if (one === other) await expect(said(one)).toHaveText("Lagret.");
  }
  await expect(waiting(page)).toContainText("står det 3 av 20 fra før");
  await waiting(page).getByRole("button", { name: /^Mitt er riktig/ }).click();
  await waiting(page).getByRole("textbox", { name: /^Hvorfor rettes tallet/ }).fill("Talte en for lite");
  await page.keyboard.press("Enter");
  await expect(waiting(page)).toBeHidden();
  expect((await held(page, path))[0]).toContain("4 av 20");
  await other.close();
});

test("each tap is one event, with the net and without, and what was just entered is undone", async ({ open, site }, info) => {
  const page = await open({ viewport: { width: 390, height: 844 } });
  await logIn(page, site, `trykk-${info.testId}@kommune.example.org`);
  const path = await begin(page, "Trykk", "count");
  const count = page.locator(".taps:not([hidden]) output");
  const more = page.getByRole("button", { name: "Én til" });
  // While the page is still on its way to the phone, taps are shown at once, and once.
  let arrives: () => void = () => undefined;
  const arrived = new Promise<void>((is) => (arrives = is));
  await page.route(`**${path}`, async (route) => {
    if (route.request().resourceType() === "fetch") await arrived;
    await route.continue();
  });
  await page.goto(path);
  await expect(page.locator(`${ASKED} input[inputmode]`).first()).toHaveAttribute("enterkeyhint", "next");
  for (let nth = 0; nth < 2; nth += 1) await more.click();
  await expect(count).toHaveText("2");
  arrives();
  await expect(said(page)).toHaveText("Lagret.");
  await expect(count).toHaveText("2");
  await page.unroute(`**${path}`);
  await kept(page, path);
  await expect(count).toHaveText("2");
  await more.click();
  await page.context().setOffline(true);
  for (let nth = 0; nth < 4; nth += 1) await more.click();
  await page.getByRole("button", { name: "Én mindre" }).click();
  await expect(count).toHaveText("6");
  await page.reload();
  await expect(count).toHaveText("6");
  await page.context().setOffline(false);
  await expect(said(page)).toHaveText("Lagret.");
  await page.reload();
  await expect(count).toHaveText("6");
  const size = await more.boundingBox();
  expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(44);
  // Undone, it is as before the last tap that was sent.
  await page.getByRole("button", { name: /^Angre/ }).first().click();
  await expect(said(page)).toContainText(/Angret|Lagret/);
  const answer = await page.goto(path);
  expect(await invalid((await answer?.text()) ?? "")).toEqual([]);
  await page.setViewportSize({ width: NARROW, height: 640 });
  const { width, tooWide } = await reach(page, NARROW);
  expect.soft(width, tooWide.join("\n")).toBeLessThanOrEqual(NARROW);
  expect.soft(await breachesInEveryLook(page)).toEqual([]);
});

test("a number that is typed is what taps go on from, with the net and without", async ({ open, site }, info) => {
  const page = await open({ viewport: { width: 390, height: 844 } });
  await logIn(page, site, `skrevet-${info.testId}@kommune.example.org`);
  const path = await begin(page, "Skrevet og trykket", "count");
  const count = page.locator(".taps:not([hidden]) output");
  const more = page.getByRole("button", { name: "Én til" });
  const field = page.locator(`${ASKED} input[inputmode]`).first();
  await kept(page, path);
  await field.fill("9");
  await page.locator("main #send").click();
  await expect(said(page)).toHaveText("Lagret.");
  await expect(count).toHaveText("9");
  await more.click();
  await expect(count).toHaveText("10");
  await expect(said(page)).toHaveText("Lagret.");
  await page.reload();
  await expect(count).toHaveText("10");
  // Undone, it is as the server has it at once.
  await page.getByRole("button", { name: /^Angre/ }).first().click();
  await expect(count).not.toHaveText("10");
  const undone = (await count.textContent()) ?? "";
  await page.reload();
  await expect(count).toHaveText(undone);
  // Another work, where the number has not left the phone when the page is opened again.
  const other = await begin(page, "Uten nett", "count");
  await kept(page, other);
  await page.context().setOffline(true);
  await field.fill("7");
  await page.locator("main #send").click();
  await expect(count).toHaveText("7");
  await page.reload();
  await expect(count).toHaveText("7");
  await more.click();
  await expect(count).toHaveText("8");
  await page.context().setOffline(false);
  await expect(said(page)).toHaveText("Lagret.");
  await page.reload();
  await expect(count).toHaveText("8");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the form enters, says what is wrong, counts and undoes", async ({ page, site }, info) => {
    await logIn(page, site, `uten-script-${info.testId}@kommune.example.org`);
    const path = await begin(page, "Uten script", "count");
    await page.goto(path);
    const field = page.locator(`${ASKED} input[inputmode]`).first();
    await field.fill("mange");
    await page.locator("main #send").click();
    await expect(page.locator(".ds-error-summary")).toBeVisible();
    await expect(field).toHaveValue("mange");
    await field.fill("4");
    await page.locator("main #send").click();
    await expect(said(page)).toHaveText("Ett tall er lagret.");
    await page.getByRole("button", { name: "Én til" }).click();
    await expect(page.locator(".taps:not([hidden]) output")).toHaveText("5");
    await page.getByRole("button", { name: /^Angre/ }).first().click();
    await expect(page.locator(".taps:not([hidden]) output")).toHaveText("4");
  });
});
