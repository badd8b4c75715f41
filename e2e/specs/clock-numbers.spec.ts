// The clock of a phone shows another day than it is: the page asks for the right one, and what was typed for
// another while nobody knew is asked about, never lost, and never put on the wrong day in silence.
import type { Page } from "@playwright/test";
import { heading, logIn } from "../lib/login";
import { expect } from "../lib/test";
import { test } from "../lib/windows";
import { startWork } from "../lib/work";

const DAY = 86_400_000;
const tapped = (page: Page) => page.locator("[data-tally] [data-day]:not([hidden])");
const dayAt = (at: number): string => new Date(at).toLocaleDateString("sv", { timeZone: "Europe/Oslo" });

async function begin(page: Page, title: string): Promise<string> {
  await startWork(page, { title, aim: "Færre skal falle", measure: "Fall", shape: "count", better: "lower", often: "day" });
  await expect(heading(page, title)).toBeVisible();
  return `${new URL(page.url()).pathname}/tall`;
}

test("a phone that is a day ahead is asked for the day that it is", async ({ open, site }, info) => {
  const page = await open({ viewport: { width: 390, height: 844 } });
  await logIn(page, site, `klokke-${info.testId}@kommune.example.org`);
  const path = await begin(page, "Klokka går feil");
  await page.clock.setFixedTime(Date.now() + DAY);
  await page.goto(path);
  await expect(page.locator("[data-clock]")).toBeVisible();
  await expect(tapped(page)).toHaveAttribute("data-day", dayAt(Date.now()));
  const sent = page.waitForResponse(/tall\.json$/);
  await tapped(page).getByRole("button", { name: "Én til" }).click();
  await sent;
  await expect(page.locator("[data-waiting]")).toBeHidden();
  await page.reload();
  await expect(tapped(page).locator("output")).toHaveText("1");
});

test("what was tapped while the clock was wrong is given its day", async ({ open, site }, info) => {
  const page = await open({ viewport: { width: 390, height: 844 } });
  await logIn(page, site, `dag-${info.testId}@kommune.example.org`);
  const path = await begin(page, "Klokka blir feil");
  await page.goto(path);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  // The page has heard the day from the server, and is kept.
  await expect(page.locator("[data-device]")).toBeVisible();
  await page.context().setOffline(true);
  await page.clock.setFixedTime(Date.now() + DAY);
  // The page looks at the day again when it comes into sight.
  await page.evaluate(() => void document.dispatchEvent(new Event("visibilitychange")));
  await expect(tapped(page)).toHaveAttribute("data-day", dayAt(Date.now() + DAY));
  await tapped(page).getByRole("button", { name: "Én til" }).click();
  // It is kept on the phone before there is a net again.
  await expect(page.locator("[data-status]")).toHaveText("Venter på å bli sendt: 1");
  await page.context().setOffline(false);
  await page.evaluate(() => void window.dispatchEvent(new Event("online")));
  const waiting = page.locator("[data-waiting]");
  await expect(waiting).toContainText("klokka på telefonen viser noe annet");
  await waiting.getByRole("button", { name: /^Det gjelder/ }).click();
  await expect(waiting).toBeHidden();
  await page.reload();
  await expect(tapped(page)).toHaveAttribute("data-day", dayAt(Date.now()));
  await expect(tapped(page).locator("output")).toHaveText("1");
});
