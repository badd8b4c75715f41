// Around the search: suggestions, «did you mean», what did not work, marked words, ways on, what is alike.
import type { Page } from "@playwright/test";
import { breachesInEveryLook } from "../lib/axe";
import { PROJECT } from "../lib/pages";
import { expect, test } from "../lib/test";
import { searchable, withoutScript } from "../lib/visit";

const field = (page: Page) => page.getByRole("combobox", { name: "Søk i biblioteket" });
const list = (page: Page) => page.getByRole("listbox", { name: "Forslag" });
const options = (page: Page) => list(page).getByRole("option");

test.beforeAll(({ site }) => searchable(site.url));

for (const path of ["/nb/", "/nb/sok"]) {
  test(`suggestions on ${path} are chosen with the arrow keys, and nothing moves`, async ({ page }) => {
    await page.goto(path);
    const below = page.locator("main a").last();
    const before = await below.boundingBox();
    await field(page).fill("ern");
    await expect(list(page)).toBeVisible();
    await expect(field(page)).toHaveAttribute("aria-expanded", "true");
    await expect(list(page).getByRole("group", { name: "Tema" }).getByRole("option").first()).toHaveText(/ernæring/i);
    await expect(page.locator("[data-suggest-status]")).toHaveText(/\d+ forslag/);
    expect(await below.boundingBox()).toEqual(before);

    await page.keyboard.press("ArrowDown");
    const first = options(page).first();
    await expect(first).toHaveAttribute("aria-selected", "true");
    await expect(field(page)).toHaveAttribute("aria-activedescendant", (await first.getAttribute("id")) ?? "");
    await expect(field(page)).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await expect(field(page)).not.toHaveAttribute("aria-activedescendant");
    await page.keyboard.press("ArrowUp");
    await expect(options(page).last()).toHaveAttribute("aria-selected", "true");

    await page.keyboard.press("Escape");
    await expect(list(page)).toBeHidden();
    await expect(field(page)).toHaveValue("ern");
    await page.keyboard.press("ArrowDown");
    await expect(list(page)).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/nb\/tema\/ernaering$/);
  });
}

test("a suggestion can be clicked, and what was typed can be searched for as it is", async ({ page }) => {
  await page.goto("/nb/sok");
  await field(page).fill("trondh");
  await options(page).filter({ hasText: "Trondheim" }).first().click();
  await expect(page).toHaveURL(/\/nb\/kommuner\/5001$/);
  await page.goto("/nb/sok");
  await field(page).fill("måltid");
  await expect(list(page)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/nb\/sok\?q=m/);
});

test("only the last letters are answered", async ({ page }) => {
  let asked = 0;
  await page.route("**/forslag.json*", async (route) => {
    asked += 1;
    if (route.request().url().includes("q=m&") || asked === 1) await new Promise((go) => setTimeout(go, 400));
    await route.continue().catch(() => {});
  });
  await page.goto("/nb/sok");
  // Three letters within one moment, however slow the machine is.
  await field(page).focus();
  await field(page).evaluate((input: HTMLInputElement) => {
    for (const value of ["e", "er", "ern"]) {
      input.value = value;
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  });
  await expect(list(page)).toBeVisible();
  expect(asked).toBe(1);
  await field(page).fill("");
  await expect(list(page)).toBeHidden();
});

test("the list of suggestions breaks no rule, in any look", async ({ page }) => {
  await page.goto("/nb/sok");
  await field(page).fill("m");
  await expect(list(page)).toBeVisible();
  await page.keyboard.press("ArrowDown");
  expect(await breachesInEveryLook(page)).toEqual([]);
});

test("without script suggestions are a page of links", async ({ page }) => {
  await withoutScript(page);
  await page.goto("/nb/");
  await page.getByRole("searchbox", { name: "Søk i biblioteket" }).fill("ern");
  await page.getByRole("button", { name: "Forslag" }).click();
  await expect(page).toHaveURL(/\/nb\/sok\/forslag\?q=ern$/);
  await page.getByRole("main").getByRole("link", { name: "Ernæring" }).first().click();
  await expect(page).toHaveURL(/\/nb\/tema\/ernaering/);
});

for (const script of [true, false]) {
  test.describe(script ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled: script });

    test("a misspelt word is set right, and one may insist", async ({ page }) => {
      await page.goto("/nb/sok?q=måltiid");
      await expect(page.locator(".meant")).toContainText("Her er treff for måltid");
      await expect(page.locator("article mark").first()).toHaveText(/måltid/i);
      await page.getByRole("link", { name: "Søk nøyaktig slik du skrev" }).click();
      await expect(page.locator(".meant")).toContainText("Mente du måltid?");
      await page.locator(".meant a").click();
      await expect(page).toHaveURL(/q=m%C3%A5ltid$/);
      await expect(page.locator(".meant")).toHaveCount(0);
    });

    test("what did not work is one choice, with its count", async ({ page }) => {
      await page.goto("/nb/sok");
      const box = page.getByRole("group", { name: "Resultat" }).getByRole("checkbox", { name: /^Virket ikke/ });
      const label = await box.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? "");
      const promised = Number(/(\d+)\s*treff/.exec(label)?.[1]);
      expect(promised).toBeGreaterThan(0);
      await box.check();
      if (!script) await page.getByRole("button", { name: "Vis treff" }).click();
      await expect(page).toHaveURL(/resultat=virket-ikke/);
      await expect(page.getByRole("heading", { level: 2, name: `${promised} treff` })).toBeVisible();
    });

    test("a word is marked also inside a compound", async ({ page }) => {
      await page.goto("/nb/sok?q=måltid");
      // In what has only something of the question, a word that explains it may be marked.
      const marks = await page.locator("article mark").evaluateAll((all) =>
        all.filter((mark) => !mark.closest("details")).map((mark) => mark.textContent ?? ""),
      );
      expect(marks.length).toBeGreaterThan(0);
      for (const mark of marks) expect(mark).toMatch(/mål/i);
    });

    test("who finds nothing is shown ways on", async ({ page }) => {
      await page.goto("/nb/sok?q=måltid&fylke=03&type=news");
      await page.getByRole("link", { name: /Søk uten filtre: \d+ treff/ }).click();
      await expect(page.locator("main article").first()).toBeVisible();
      await page.goto("/nb/sok?q=xyzzyplugh");
      await page.getByRole("main").getByRole("link", { name: "Finn senteret ditt" }).click();
      await expect(page).toHaveURL(/\/nb\/sentre$/);
    });

    test("what has only something of a question is folded below what has all of it", async ({ page }) => {
      await page.goto("/nb/sok?q=fall sykehjem natt");
      const fold = page.locator("main details").filter({ hasText: "Inneholder noe av dette" });
      await expect(fold).not.toHaveAttribute("open");
      await expect(page.locator("main article").first()).toBeVisible();
      await expect(fold.getByRole("article").first()).toBeHidden();
      await fold.locator("summary").click();
      await expect(fold.getByRole("article").first()).toBeVisible();
      if (script) expect(await breachesInEveryLook(page)).toEqual([]);
      // Open where nothing has all of it.
      await page.goto("/nb/sok?q=måltid xyzzyplugh");
      await expect(page.getByRole("heading", { level: 2, name: "Ingen tekst har alt du søkte etter" })).toBeVisible();
      await expect(page.locator("main details").getByRole("article").first()).toBeVisible();
    });

    test("what the question names stands on top", async ({ page }) => {
      await page.goto("/nb/sok?q=USHT Troms");
      const named = page.getByRole("region", { name: "Du ser kanskje etter" });
      await expect(named.getByRole("link").first()).toHaveText("USHT Troms");
      await page.goto("/nb/sok?q=Lenvik");
      await expect(named.getByRole("listitem").first()).toContainText("Kommune til 2020, nå Senja");
      if (script) expect(await breachesInEveryLook(page)).toEqual([]);
      await named.getByRole("link", { name: "Lenvik" }).first().click();
      await expect(page).toHaveURL(/\/nb\/kommuner\/1931$/);
    });

    test("what is alike stands at the foot", async ({ page }) => {
      await page.goto(PROJECT);
      const alike = page.getByRole("region", { name: "Lignende" });
      if (await alike.count()) {
        expect(await alike.getByRole("listitem").count()).toBeLessThanOrEqual(4);
        await expect(alike.getByRole("link", { name: "Rolige måltider på tre avdelinger" })).toHaveCount(0);
      }
    });
  });
}
