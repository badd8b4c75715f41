// axe-core in the page, in light and dark, narrow and wide, without loading it anew.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const OPTIONS: axe.RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
  // Only an experimental rule, which none of these tags takes in, wants to fetch the style sheets once more.
  preload: { assets: ["media"] },
};

export const NARROW = 320;
export const WIDE = 1280;

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** One line for each breach, with where it is. */
async function breaches(page: Page): Promise<string[]> {
  return page.evaluate(async (options) => {
    const found = await window.axe.run(document, options);
    return found.violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}\n    ${node.html.slice(0, 160)}`),
    );
  }, OPTIONS);
}

export async function breachesAt(page: Page, width: number): Promise<string[]> {
  const all: string[] = [];
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  await page.setViewportSize({ width, height: 900 });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    all.push(...(await breaches(page)).map((one) => `${colorScheme} ${width}: ${one}`));
  }
  return all;
}

export async function breachesInEveryLook(page: Page): Promise<string[]> {
  return [...(await breachesAt(page, NARROW)), ...(await breachesAt(page, WIDE))];
}
