// The network through time: the list, the map by keyboard, the timeline, another day; with and without script.
import { breachesInEveryLook } from "../lib/axe";
import { focused, tabTo } from "../lib/focus";
import { expect, test } from "../lib/test";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("another day is asked for, and the views keep it", async ({ page }) => {
      await page.goto("/nb/sentre");
      await page.getByLabel("Vis hvordan det var").fill("1.6.2017");
      await page.getByRole("button", { name: "Vis", exact: true }).click();
      await expect(page).toHaveURL(/per=1\.6\.2017/);
      await expect(page.getByRole("main")).toContainText("USHT Helse Fonna");
      await page.getByRole("link", { name: "Kart", exact: true }).click();
      await expect(page).toHaveURL(/visning=kart&per=2017-06-01/);
      await expect(page.getByRole("heading", { name: /1\. juni 2017/ })).toBeVisible();
      await page.getByLabel("Vis hvordan det var").fill("2008-10-01");
      await page.getByRole("button", { name: "Vis", exact: true }).click();
      await expect(page).toHaveURL(/visning=kart.*per=2008-10-01/);
      await expect(page.getByRole("heading", { name: /1\. oktober 2008/ })).toBeVisible();
      await page.getByRole("link", { name: "Tidslinje", exact: true }).click();
      await expect(page).toHaveURL(/visning=tidslinje/);
      await expect(page.getByRole("heading", { name: "2011", exact: true })).toBeVisible();
    });
  });
}

test("a day that is none is told by the field, and the map is still there", async ({ page }) => {
  await page.goto("/nb/sentre?visning=kart&per=i+fjor");
  const field = page.getByLabel("Vis hvordan det var");
  await expect(field).toHaveValue("i fjor");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("group", { name: /Hvem sentrene er til for/ })).toBeVisible();
});

test("the map is walked by keyboard, area by area, and leads to the centre", async ({ page }) => {
  await page.goto("/nb/sentre?visning=kart&per=2017-06-01");
  await tabTo(page, /«Fylker»/);
  const heard: string[] = [];
  for (let stop = 0; stop < 40; stop++) {
    await page.keyboard.press("Tab");
    const here = await focused(page);
    if (!/^a#/.test(here.name) || !/: /.test(here.name)) break;
    expect(here.faults).toEqual([]);
    heard.push(here.name);
  }
  expect(heard.length).toBe(19);
  expect(new Set(heard).size).toBe(19);
  await page.goto("/nb/sentre?visning=kart&per=2017-06-01");
  await tabTo(page, /«Nordland: USHT Nordland/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/nb\/sentre\/usht-nordland\?per=2017-06-01/);
});

test("the table under the map says the same", async ({ page }) => {
  await page.goto("/nb/sentre?visning=kart&per=2017-06-01");
  const links = await page.locator("svg a.map-group").evaluateAll((all) => all.map((a) => (a.getAttribute("aria-label") ?? "").split(": ")[0]));
  const rows = await page.locator("table.areas tbody th a").allInnerTexts();
  expect(rows).toEqual(links);
});

test("on a phone the map has numbers and a key, and the timeline is a list", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/nb/sentre?visning=kart");
  await expect(page.locator(".map-numbers")).toBeVisible();
  await expect(page.locator(".map-names")).toBeHidden();
  await expect(page.locator(".map-key li").first()).toBeVisible();
  await page.goto("/nb/sentre?visning=tidslinje");
  await expect(page.locator(".line")).toBeHidden();
  await expect(page.locator(".line-narrow")).toBeVisible();
  await expect(page.getByRole("heading", { name: "År for år" })).toBeVisible();
});

test("bars of the timeline are links, and one may skip them", async ({ page }) => {
  await page.goto("/nb/sentre?visning=tidslinje");
  await tabTo(page, /«Hopp over tidslinjen»/);
  await page.keyboard.press("Tab");
  const bar = await focused(page);
  expect(bar.faults).toEqual([]);
  expect(bar.name).toMatch(/^a#/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/nb\/sentre\/[a-z0-9-]+/);
});

test("on a phone a centre tells first who hosts it and where to write, and its history has no broken words", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/nb/sentre/usht-akershus");
  const facts = await page.locator("#fakta").boundingBox();
  const history = await page.locator("#historie").boundingBox();
  expect(facts!.y).toBeLessThan(history!.y);
  // Folded until somebody asks: the page is read without it.
  await expect(page.locator(".history")).toBeHidden();
  await page.locator(".ledgered > summary").click();
  const narrowest = await page.locator(".told dd").evaluateAll((all) => Math.min(...all.map((dd) => dd.getBoundingClientRect().width)));
  expect(narrowest).toBeGreaterThan(250);
  const told = await page.locator(".history").boundingBox();
  expect(told!.height).toBeLessThan(2500);
});

test("a county's map has its numbers on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/nb/fylker/34");
  await expect(page.locator(".map-numbers text")).toHaveCount(await page.locator(".map-key li").count());
});

test("on a phone the country's map has its areas as links beside it", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/nb/sentre?visning=kart");
  const areas = page.locator(".map-key").getByRole("link");
  expect(await areas.count()).toBeGreaterThan(15);
  await areas.filter({ hasText: /^Nordland$/ }).click();
  await expect(page).not.toHaveURL(/visning=kart/);
});

test("a county's municipalities are links on its map", async ({ page }) => {
  await page.goto("/nb/fylker/39");
  await page.locator("svg").getByRole("link", { name: /^Larvik/ }).press("Enter");
  await expect(page).toHaveURL(/\/nb\/kommuner\/3909/);
  await expect(page.locator("a.map-here")).toHaveCount(1);
});

// Other pages are looked at in pages.spec.ts, /nb/fylker/46 among them.
for (const path of ["/nb/sentre?visning=kart&per=2012", "/nb/sentre?visning=tidslinje"]) {
  test(`axe finds nothing on ${path}`, async ({ page }) => {
    await page.goto(path);
    expect(await breachesInEveryLook(page)).toEqual([]);
  });
}
