// The measures of a work in a browser: one more from an example, its chart parted, and each page looked at.
import { NARROW, breachesInEveryLook } from "../lib/axe";
import { invalid } from "../lib/html";
import { logIn } from "../lib/login";
import { reach } from "../lib/reflow";
import { expect, test } from "../lib/test";
import { startWork } from "../lib/work";

test("a measure from an example, with a chart that is parted, on a phone", async ({ page, site }, info) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await logIn(page, site, `maling-${info.project.name.replace(/\W/g, "-")}@example.org`);
  await startWork(page, { title: `Mat ${info.project.name}`, aim: "Flere skal holde vekta", measure: "Beboere som holder vekta", shape: "share", better: "higher" });
  await page.getByRole("link", { name: "Alle målingene" }).click();
  const all = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "Legg til en måling" }).click();
  await page.locator("summary", { hasText: "Ernæring" }).click();
  await page.getByRole("link", { name: "Timer mellom siste og første måltid" }).click();
  await expect(page.getByRole("textbox", { name: /^Hva måles det i/ })).toHaveValue("timer");
  await page.locator("main #send").click();
  const measure = new URL(page.url()).pathname;
  for (const [week, hours] of [["uke 40, 2026", "13,5"], ["uke 41, 2026", "12"], ["uke 42, 2026", "11"]]) {
    await page.goto(measure);
    await page.getByRole("link", { name: "Legg inn tall", exact: true }).click();
    await page.locator("#tall").fill(hours ?? "");
    await page.getByRole("textbox", { name: /^Eller et annet tidspunkt/ }).fill(week ?? "");
    await page.locator("main #send").click();
  }
  await page.goto(`${measure}/inndeling`);
  await page.getByRole("radio", { name: "Ny del av diagrammet" }).check();
  await page.getByRole("textbox", { name: /^Når/ }).fill("uke 42, 2026");
  await page.getByRole("textbox", { name: /^Hvorfor/ }).fill("Kveldsmat klokka åtte");
  await page.locator("main #send").click();
  await expect(page.locator("figure.chart-figure")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Ny del av diagrammet, uke 42" })).toBeVisible();
  const forms = ["endre", "diagram", "inndeling", "mal", "merke"].map((form) => `${measure}/${form}`);
  for (const one of [all, `${all}/ny`, measure, ...forms]) {
    const answer = await page.goto(one);
    expect.soft(answer?.status(), one).toBe(200);
    expect.soft(await invalid((await answer?.text()) ?? ""), one).toEqual([]);
    await page.setViewportSize({ width: NARROW, height: 640 });
    const { width, tooWide } = await reach(page, NARROW);
    expect.soft(width, `${one}: ${tooWide.join("\n")}`).toBeLessThanOrEqual(NARROW);
    expect.soft(await breachesInEveryLook(page), one).toEqual([]);
  }
});
