// A team starts its work, enters a number and sees its chart, with nothing but links and forms.
import { NARROW, breachesInEveryLook } from "../lib/axe";
import { invalid } from "../lib/html";
import { logIn } from "../lib/login";
import { reach } from "../lib/reflow";
import { expect, test } from "../lib/test";

test("from nothing to the first chart, on a phone", async ({ page, site }, info) => {
  const name = `Rolige måltider ${info.project.name}`;
  await page.setViewportSize({ width: 390, height: 844 });
  await logIn(page, site, `team-${info.project.name.replace(/\W/g, "-")}@example.org`);
  await page.goto("/nb/sett-i-gang");
  await page.getByRole("textbox", { name: /^Hva kaller dere arbeidet/ }).fill(name);
  await page.getByRole("textbox", { name: /^Hvor\?/ }).fill("Solbakken, 2. etasje");
  await page.getByRole("textbox", { name: /^Hva skal bli bedre/ }).fill("Flere skal holde vekta");
  await page.getByRole("textbox", { name: /^Hva vil dere telle/ }).fill("Beboere som holder vekta");
  await page.getByRole("radio", { name: /^Noen av alle/ }).check();
  await page.getByRole("radio", { name: "Høyere er bedre" }).check();
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
  for (const one of ["/nb/arbeid", "/nb/sett-i-gang", work, `${work}/mal`, `${work}/merke`, number ?? ""]) {
    const answer = await page.goto(one);
    expect.soft(answer?.status(), one).toBe(200);
    expect.soft(await invalid((await answer?.text()) ?? ""), one).toEqual([]);
    await page.setViewportSize({ width: NARROW, height: 640 });
    const { width, tooWide } = await reach(page, NARROW);
    expect.soft(width, `${one}: ${tooWide.join("\n")}`).toBeLessThanOrEqual(NARROW);
    expect.soft(await breachesInEveryLook(page), one).toEqual([]);
  }
});
