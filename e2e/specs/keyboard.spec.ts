// Everything can be reached, seen and done with the keyboard alone.
import { focused, tabTo } from "../lib/focus";
import { CONTACT, PROJECT } from "../lib/pages";
import { expect, test } from "../lib/test";

test.use({ contextOptions: { reducedMotion: "reduce" } });

test("the skip link comes first and leads to the text", async ({ page }) => {
  // Chromium that has drawn no frame yet follows the link without moving focus: then it is asked again.
  await expect(async () => {
    await page.goto("/nb/prosjekter");
    await page.keyboard.press("Tab");
    const link = page.getByRole("link", { name: "Hopp til hovedinnhold" });
    await expect(link).toBeFocused();
    expect((await focused(page)).faults).toEqual([]);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused({ timeout: 2_000 });
  }).toPass({ timeout: 40_000 });
});

for (const path of ["/nb/", "/nb/prosjekter?status=completed", PROJECT, CONTACT, "/nb/sok?q=måltid"]) {
  for (const width of [390, 1280]) {
    test(`Tab walks through ${path} at ${width} in order, and one sees where one is`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      let last = -1;
      let stops = 0;
      for (; stops < 250; stops++) {
        await page.keyboard.press("Tab");
        const here = await focused(page);
        if (here.place === -1) break;
        expect(here.faults).toEqual([]);
        expect(here.place, `${here.name} comes after something further down`).toBeGreaterThan(last);
        last = here.place;
      }
      expect(stops).toBeGreaterThan(10);
      expect(stops, "the focus is caught").toBeLessThan(250);
    });
  }
}

test("filters work by keyboard, and the focus stays where it was", async ({ page }) => {
  await page.goto("/nb/prosjekter");
  await tabTo(page, /#resultat-improved /);
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/resultat=improved/);
  await expect(page.getByRole("checkbox", { name: /^Bedre/ })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: /^Bedre/ })).toBeFocused();
  await tabTo(page, /«Vis treff»/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/resultat=improved/);
});

test("a form can be sent and mended by keyboard", async ({ page }) => {
  await page.goto(CONTACT);
  await tabTo(page, /#epost /);
  await page.keyboard.type("leser@sted.example");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("group", { name: /Du må rette \d+ feil/ })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Navn")).toBeFocused();
  await expect(page.getByLabel("E-post")).toHaveValue("leser@sted.example");
});

test("the menu of a phone opens and closes by keyboard", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/nb/");
  await tabTo(page, /^summary.*Meny/);
  await page.keyboard.press("Enter");
  const menu = page.getByRole("navigation", { name: "Hovedmeny i menyen" });
  await expect(menu).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(menu.getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  expect((await focused(page)).name).toMatch(/^summary/);
});
