// Every sample page, opened once with script and once without, and looked at from all sides.
import type { Page } from "@playwright/test";
import { NARROW, WIDE, breachesAt, breachesInEveryLook } from "../lib/axe";
import { invalid } from "../lib/html";
import { faultsOfLargeText } from "../lib/large";
import { illNamed } from "../lib/names";
import { LONG_WORD, samples } from "../lib/pages";
import { reach } from "../lib/reflow";
import { expectSafe } from "../lib/safety";
import { test } from "../lib/tab";
import { expect } from "../lib/test";
import { settled, withoutScript } from "../lib/visit";
import { told } from "../lib/watch";

test.describe.configure({ timeout: 120_000 });

/** No sideways scrolling on a narrow screen (WCAG 1.4.10), also with the longest of words in a heading. */
async function expectNarrow(page: Page): Promise<void> {
  const { width, tooWide } = await reach(page, NARROW);
  expect.soft(width, `sideways scrolling:\n${tooWide.join("\n")}`).toBeLessThanOrEqual(NARROW);
}

const unfold = (page: Page) =>
  page.locator("details:is([data-fold], .ledgered)").evaluateAll((all) => all.forEach((one) => one.setAttribute("open", "")));

for (const sample of samples) {
  test(sample.name, async ({ page, context, heard, visit }) => {
    await page.setViewportSize({ width: NARROW, height: 640 });
    const sent = await visit(sample);
    expect.soft(await invalid(sent.html), "valid as it is sent").toEqual([]);
    expectSafe(sent.headers, sample.path);
    await settled(page);
    await expectNarrow(page);
    // No breach of WCAG 2.2 A and AA or of axe's best practice, in any look.
    expect.soft(await breachesAt(page, NARROW, ["light"]), "with script").toEqual([]);
    expect.soft(await illNamed(page), "names, headings and headers").toEqual([]);
    expect.soft(await faultsOfLargeText(page), "with large text on a phone").toEqual([]);
    await unfold(page);
    expect.soft(await breachesAt(page, WIDE), "with script").toEqual([]);

    // Without script nothing is folded away and fields are plain ones.
    await page.setViewportSize({ width: NARROW, height: 640 });
    const scriptOn = await withoutScript(page);
    await visit(sample);
    await scriptOn();
    await settled(page);
    await expectNarrow(page);
    expect.soft(await breachesInEveryLook(page), "without script").toEqual([]);

    // Nothing leaves the server, nothing is stored, and the policy is never broken.
    expect(told(heard)).toEqual({ faults: [], elsewhere: [] });
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });
}

test("a name says what is seen, also in Northern Sámi", async ({ page }) => {
  for (const list of ["/se/prosjekter", "/se/prosjekter?side=2"]) {
    await page.goto(list);
    expect(await illNamed(page)).toEqual([]);
  }
});

test("no list scrolls sideways on a phone with large text, in any language", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const list of ["/nn/prosjekter", "/en/prosjekter", "/se/prosjekter", "/se/prosjekter?side=2"]) {
    await page.goto(list);
    await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
    const { width, tooWide } = await reach(page, 390);
    expect.soft(width, `${list}:\n${tooWide.join("\n")}`).toBeLessThanOrEqual(390);
  }
});

test("the bar has all of the menu where there is room, in every language", async ({ page }) => {
  await page.setViewportSize({ width: 1408, height: 800 });
  for (const lang of ["nb", "nn", "en", "se"]) {
    await page.goto(`/${lang}/`);
    const bar = page.locator(".bar > .nav");
    await expect(bar.locator("a[href$='/nyheter']")).toBeVisible();
    await expect(bar.locator("a[href$='/sentre']")).toBeVisible();
    expect((await reach(page, 1408)).tooWide).toEqual([]);
  }
});

test("the long word is on a page of its own", async ({ page }) => {
  await page.goto(LONG_WORD);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/undervisningshjemmetjenestekoordinator/i);
});

// Whoever chooses dark gets the same page in other colours.
test("dark changes colours, and nothing else", async ({ page }) => {
  await page.goto("/nb/");
  const changed = await page.evaluate(() => {
    const inside = (rule: CSSRule) => ("cssRules" in rule ? [...(rule.cssRules as CSSRuleList)] : []);
    const all = (rules: CSSRule[]): CSSRule[] => rules.flatMap((rule) => [rule, ...all(inside(rule))]);
    const isDark = (rule: CSSRule) => rule instanceof CSSMediaRule && rule.conditionText.includes("prefers-color-scheme");
    const sheets = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    const dark = all(all(sheets).filter(isDark));
    return dark.flatMap((rule) => (rule instanceof CSSStyleRule ? [...rule.style] : []));
  });
  expect(changed.length).toBeGreaterThan(10);
  expect(changed.filter((name) => !/^--ds-color-|^color-scheme$/.test(name))).toEqual([]);
});
