// A team asks somebody in, who needs no account before; and hangs its charts on the wall by a link.
import { NARROW, breachesInEveryLook } from "../lib/axe";
import { invalid } from "../lib/html";
import { logIn } from "../lib/login";
import { reach } from "../lib/reflow";
import { expect, test } from "../lib/test";
import { startWork } from "../lib/work";

test("asked in by e-mail, and the display on the ward", async ({ page, site }, info) => {
  const own = info.project.name.replace(/\W/g, "-");
  const name = `Rolige netter ${own}`;
  const asked = `asked-${own}@example.org`;
  await logIn(page, site, `asks-${own}@example.org`);
  await startWork(page, { title: name, place: "Solbakken", aim: "Flere skal sove", measure: "Sov hele natta", shape: "share", better: "higher" });
  await page.getByRole("textbox", { name: /^Antall/ }).fill("9");
  await page.getByRole("textbox", { name: /^Av i alt/ }).fill("20");
  await page.locator("main #send").click();
  await expect(page.locator("figure.chart-figure")).toBeVisible();
  const work = new URL(page.url()).pathname;
  await page.locator(`main a[href="${work}/team"]`).first().click();
  await page.getByRole("radio", { name: "Måleansvarlig" }).check();
  await page.getByRole("textbox", { name: /^E-post/ }).fill(asked);
  await page.locator("main #send").click();
  await expect(page.getByRole("heading", { level: 3, name: asked })).toBeVisible();
  await page.goto(`${work}/deling`);
  await page.getByRole("button", { name: "Lag en lenke til tavla" }).click();
  const link = new URL((await page.locator('main a[href*="/nb/tavle/"]').getAttribute("href")) ?? "").pathname;
  for (const one of [`${work}/team`, `${work}/deling`, `${work}/forankring`, `${work}/tavle`]) {
    const answer = await page.goto(one);
    expect.soft(answer?.status(), one).toBe(200);
    expect.soft(await invalid((await answer?.text()) ?? ""), one).toEqual([]);
    await page.setViewportSize({ width: NARROW, height: 640 });
    const { width, tooWide } = await reach(page, NARROW);
    expect.soft(width, `${one}: ${tooWide.join("\n")}`).toBeLessThanOrEqual(NARROW);
    expect.soft(await breachesInEveryLook(page), one).toEqual([]);
  }
  await page.context().clearCookies();
  // On the wall, where nobody is logged in; and on paper, where nothing is to be pressed.
  await page.setViewportSize({ width: 1920, height: 1080 });
  const shown = await page.goto(link);
  expect(shown?.headers()["refresh"]).toMatch(/^600; url=/);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.locator(".board-chart svg:visible").first()).toBeVisible();
  // All of it is in sight.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height).toBeLessThanOrEqual(1080);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".board-ways")).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("link", { name: "La den stå i ro" }).click();
  await expect(page.getByRole("link", { name: "Hent nye tall av seg selv" })).toBeVisible();
  // Whoever was asked logs in for the first time, says yes, and is in.
  await logIn(page, site, asked);
  await page.getByRole("button", { name: /^Ja takk/ }).click();
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});
