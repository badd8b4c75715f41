// axe-core in the page, in light and dark, narrow and wide, without loading it anew.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Dark differs from light in colours alone (pages.spec.ts holds the style to that), so these are what it can break. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

export const NARROW = 320;
export const WIDE = 1280;

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** One line for each breach, with where it is. */
async function breaches(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  return page.evaluate(async (runOnly) => {
    const found = await window.axe.run(document, { runOnly, resultTypes: ["violations"] });
    return found.violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}\n    ${node.html.slice(0, 160)}`),
    );
  }, runOnly);
}

export async function breachesAt(page: Page, width: number): Promise<string[]> {
  const all: string[] = [];
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  await page.setViewportSize({ width, height: 900 });
  for (const [colorScheme, runOnly] of [
    ["light", { type: "tag", values: TAGS }],
    ["dark", { type: "rule", values: OF_COLOURS }],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    all.push(...(await breaches(page, { ...runOnly, values: [...runOnly.values] })).map((one) => `${colorScheme} ${width}: ${one}`));
  }
  return all;
}

export async function breachesInEveryLook(page: Page): Promise<string[]> {
  return [...(await breachesAt(page, NARROW)), ...(await breachesAt(page, WIDE))];
}
