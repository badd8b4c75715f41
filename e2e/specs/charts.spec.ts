// Charts as people meet them: pictures, words and numbers without script, points by keyboard with it.
import { breachesInEveryLook } from "../lib/axe";
import { expect, test } from "../lib/test";
import { withoutScript } from "../lib/visit";

const CHARTS = "/nb/diagrammer";

test("six charts say in words and numbers what they show, without script", async ({ page }) => {
  await withoutScript(page);
  await page.goto(CHARTS);
  const figures = page.locator(".chart-figure");
  await expect(figures).toHaveCount(6);
  const shift = figures.nth(1);
  await expect(shift.getByRole("img").first()).toHaveAccessibleName(/ernæringsplan/);
  await expect(shift).toContainText("Andelen har økt: de siste 12 målingene ligger alle over medianen");
  await expect(shift.locator("input")).toHaveCount(0);
  await shift.getByText("Tallene", { exact: true }).click();
  await expect(shift.getByRole("row")).toHaveCount(25);
  await expect(shift.getByRole("row").last()).toContainText(/73\s%/);
});

test("the points of a chart can be walked along by keyboard", async ({ page }) => {
  await page.goto(CHARTS);
  const slider = page.getByRole("slider", { name: /^Pek på diagrammet .*: Andel beboere med ernæringsplan$/ });
  await expect(slider).toHaveAttribute("aria-valuetext", /^desember 2025, Verdi: 73\s%/);
  await slider.focus();
  await page.keyboard.press("Home");
  await expect(slider).toHaveAttribute("aria-valuetext", /^januar 2024, Verdi: 41\s%/);
  await page.keyboard.press("ArrowRight");
  const figure = page.locator(".chart-figure").nth(1);
  await expect(figure.locator(".chart-picker-says")).toContainText(/februar 2024, Verdi: 46\s%/);
  // The value is said by the slider alone.
  await expect(figure.getByRole("status")).toHaveCount(0);
});

test("a pointer chooses the nearest point and marks it in the picture", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(CHARTS);
  const figure = page.locator(".chart-figure").nth(1);
  const picture = figure.locator("svg.chart--wide");
  const places = (await picture.getAttribute("data-points"))?.split(" ") ?? [];
  expect(places).toHaveLength(24);
  const [x] = (places[2] ?? "").split(",").map(Number);
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  const scale = (box?.width ?? 0) / 720;
  await picture.hover({ position: { x: (x ?? 0) * scale + 2, y: 90 } });
  await expect(figure.locator(".chart-picker-says")).toContainText("mars 2024");
  await expect(picture.locator(".chart-here")).toHaveAttribute("transform", `translate(${x} 0)`);
  await expect(picture.locator(".chart-here")).toBeVisible();
});

test("on a phone the table of all measures shows every column", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(CHARTS);
  const table = page.locator(".chart-summary");
  await expect(table.getByText("Har økt: bedre").first()).toBeVisible();
  const wide = await table.evaluate((all) => [all.scrollWidth, all.clientWidth]);
  expect(wide[0]).toBeLessThanOrEqual(wide[1] ?? 0);
});

test("a page of charts is free of breaches with every fold open", async ({ page }) => {
  // Some thousand nodes, looked at in four looks.
  test.slow();
  await page.goto(CHARTS);
  await page.locator("details").evaluateAll((all) => all.forEach((one) => one.setAttribute("open", "")));
  expect(await breachesInEveryLook(page)).toEqual([]);
});

test("a narrow page shows the narrow picture, and only that", async ({ page }) => {
  for (const [width, shown] of [[390, "narrow"], [1280, "wide"]] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(CHARTS);
    const visible = page.locator(".chart-figure").first().locator("svg:visible");
    await expect(visible).toHaveCount(1);
    await expect(visible).toHaveClass(new RegExp(`chart--${shown}`));
  }
});
