// A team pastes its first numbers: seen before they are kept, asked about, and undone in one step.
import { NARROW, breachesInEveryLook } from "../lib/axe";
import { logIn } from "../lib/login";
import { reach } from "../lib/reflow";
import { expect, test } from "../lib/test";
import type { Page } from "@playwright/test";
import { startWork } from "../lib/work";

async function fits(page: Page, what: string): Promise<void> {
  await page.setViewportSize({ width: NARROW, height: 640 });
  const { width, tooWide } = await reach(page, NARROW);
  expect.soft(width, `${what}: ${tooWide.join("\n")}`).toBeLessThanOrEqual(NARROW);
  expect.soft(await breachesInEveryLook(page), what).toEqual([]);
}

test("a table from a spreadsheet becomes a chart", async ({ page, site }, info) => {
  const name = `Rolige kvelder ${info.project.name}`;
  await logIn(page, site, `tabell-${info.project.name.replace(/\W/g, "-")}@example.org`);
  await startWork(page, { title: name, aim: "Flere skal holde vekta", measure: "Beboere som holder vekta", shape: "share", better: "higher" });
  await page.getByRole("link", { name: "Lim inn tall fra et regneark" }).click();
  await fits(page, "first");
  const table = page.getByRole("textbox", { name: /^Tabellen/ });
  // A list of people does not leave the browser.
  const asked: string[] = [];
  page.on("request", (request) => void (request.method() === "POST" && asked.push(request.url())));
  for (const list of ["Kari Nordmann\t12.03.1941\t2\n", "Måned\tBeboer\tFall\n2025-01\tK.N.\t2\n"]) {
    await table.fill(list);
    await page.locator("main #send").click();
    await expect(page.locator("#tabell-feil")).toContainText("liste over personer");
    await expect(table).toHaveValue("");
  }
  expect(asked).toEqual([]);
  await table.fill("Måned\tHoldt vekta\tVeid\njan. 2025\t18\t24\nfeb. 2025\t19*\t24\nmars 2025\t20\t23\nSum\t57\t71\n");
  await page.locator("main #send").click();
  await expect(page.getByRole("heading", { level: 1, name: "Stemmer dette?" })).toBeVisible();
  await fits(page, "second");
  await page.locator("main #send").click();
  await expect(page.locator(".ds-error-summary")).toBeVisible();
  await page.getByRole("radio", { name: /^Ja, det første er 19/ }).check();
  await page.locator("main #send").click();
  await expect(page.getByRole("status").filter({ hasText: "Tallene er lagret." })).toBeVisible();
  await page.getByRole("link", { name: "Se diagrammet" }).click();
  await expect(page.locator("figure.chart-figure")).toBeVisible();
  await page.getByRole("link", { name: "Lim inn tall fra et regneark" }).click();
  await page.getByRole("button", { name: "Angre hele tabellen" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Tabellen er angret." })).toBeVisible();
});
