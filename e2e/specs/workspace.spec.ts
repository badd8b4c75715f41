// A team starts its work, enters a number and sees its chart, with nothing but links and forms.
import type { Locator } from "@playwright/test";
import { NARROW, breachesInEveryLook } from "../lib/axe";
import { invalid } from "../lib/html";
import { logIn } from "../lib/login";
import { reach } from "../lib/reflow";
import { expect, test } from "../lib/test";

/** A click or a field filled is one; the time is what a person takes: three seconds for each, and a fifth for each letter typed. */
class Steps {
  count = 0;
  seconds = 0;
  async click(what: Locator): Promise<void> {
    await what.click();
    this.took(0);
  }
  async fill(what: Locator, words: string): Promise<void> {
    await what.fill(words);
    this.took(words.length);
  }
  private took(letters: number): void {
    this.count += 1;
    this.seconds += 3 + letters / 5;
  }
}

test("a new person gets from the front page to a run chart in twelve steps and three minutes at most", async ({ page, site }, info) => {
  const address = `ny-${info.project.name.replace(/\W/g, "-")}@example.org`;
  const steps = new Steps();
  const begun = Date.now();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/nb/");
  await steps.click(page.getByRole("navigation").getByRole("link", { name: /^Sett i gang/ }));
  const before = site.mails.with(address).length;
  await steps.fill(page.getByLabel("E-postadresse"), address);
  await steps.click(page.getByRole("button", { name: "Send meg en kode" }));
  const code = /^\d{6}(?=\r?$)/m;
  const letter = () => site.mails.with(address).slice(before).find((one) => code.test(one.text));
  await expect.poll(() => letter() !== undefined).toBe(true);
  await steps.fill(page.getByLabel("Kode"), code.exec(letter()?.text ?? "")?.[0] ?? "no code");
  await steps.click(page.getByRole("button", { name: "Logg inn" }));
  await steps.fill(page.getByRole("textbox", { name: /^Hva skal bli bedre/ }), "Flere skal ha en rolig natt");
  await steps.click(page.getByRole("radio", { name: /korte nok nattefaster/ }));
  await steps.fill(page.getByLabel(/^De første tallene/), "12 av 30\n14 av 30\n17 av 30");
  await steps.click(page.locator("main #send"));
  await expect(page.locator("figure.chart-figure")).toBeVisible();
  const seconds = steps.seconds + (Date.now() - begun) / 1000;
  const took = `${steps.count} steps, ${Math.round(seconds)} s`;
  info.annotations.push({ type: "steps", description: took });
  console.log(`from the front page to a run chart, ${info.project.name}: ${took}`);
  expect(steps.count).toBeLessThanOrEqual(12);
  expect(seconds).toBeLessThanOrEqual(180);
});

test("from nothing to the first chart, on a phone", async ({ page, site }, info) => {
  const name = `Rolige måltider ${info.project.name}`;
  await page.setViewportSize({ width: 390, height: 844 });
  await logIn(page, site, `team-${info.project.name.replace(/\W/g, "-")}@example.org`);
  await page.goto("/nb/sett-i-gang");
  await page.getByRole("textbox", { name: /^Hva skal bli bedre/ }).fill("Flere skal holde vekta");
  await page.getByText("Vil dere si mer nå?").first().click();
  await page.getByRole("textbox", { name: /^Hva kaller dere arbeidet/ }).fill(name);
  await page.getByRole("textbox", { name: /^Hvor\?/ }).fill("Solbakken, 2. etasje");
  await page.getByText("Tell noe annet").last().click();
  await page.getByRole("textbox", { name: /^Hva vil dere telle/ }).fill("Beboere som holder vekta");
  await page.getByLabel(/^Tallet er/).selectOption("share");
  await page.getByLabel(/^Hva er bra/).selectOption("higher");
  await page.locator("main #send").click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.getByRole("textbox", { name: /^Antall/ }).fill("25");
  await page.getByRole("textbox", { name: /^Av i alt/ }).fill("24");
  await page.locator("main #send").click();
  // More than all: said, and what was typed is there still.
  await expect(page.locator(".ds-error-summary")).toContainText("Flere enn alle");
  await expect(page.getByRole("textbox", { name: /^Antall/ })).toHaveValue("25");
  await page.getByRole("textbox", { name: /^Antall/ }).fill("19");
  await page.locator("main #send").click();
  await expect(page.getByRole("status").filter({ hasText: "Tallet er lagret." })).toBeVisible();
  await expect(page.locator("figure.chart-figure")).toBeVisible();
  const work = new URL(page.url()).pathname;
  const number = await page.locator(`main a[href^="${work}/tall/"]`).first().getAttribute("href");
  for (const one of ["/nb/arbeid", "/nb/sett-i-gang", work, `${work}/del`, `${work}/mal`, `${work}/merke`, number ?? ""]) {
    const answer = await page.goto(one);
    expect.soft(answer?.status(), one).toBe(200);
    expect.soft(await invalid((await answer?.text()) ?? ""), one).toEqual([]);
    await page.setViewportSize({ width: NARROW, height: 640 });
    const { width, tooWide } = await reach(page, NARROW);
    expect.soft(width, `${one}: ${tooWide.join("\n")}`).toBeLessThanOrEqual(NARROW);
    expect.soft(await breachesInEveryLook(page), one).toEqual([]);
  }
});
