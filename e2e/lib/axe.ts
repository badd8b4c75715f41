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

/** What colours alone decide. Dark has other colours and nothing else, which a test of its own holds. */
const COLOURS = ["color-contrast", "link-in-text-block"];

export const NARROW = 320;
export const WIDE = 1280;

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** One line for each breach, with where it is. */
async function breaches(page: Page, runOnly?: string[]): Promise<string[]> {
  const asked: axe.RunOptions = runOnly ? { ...OPTIONS, runOnly: { type: "rule", values: runOnly } } : OPTIONS;
  return page.evaluate(async (options) => {
    const found = await window.axe.run(document, options);
    return found.violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}\n    ${node.html.slice(0, 160)}`),
    );
  }, asked);
}

export async function breachesAt(page: Page, width: number, looks: ("light" | "dark")[] = ["light", "dark"]): Promise<string[]> {
  const all: string[] = [];
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  await page.setViewportSize({ width, height: 900 });
  for (const colorScheme of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const found = await breaches(page, colorScheme === "dark" ? COLOURS : undefined);
    all.push(...found.map((one) => `${colorScheme} ${width}: ${one}`));
  }
  return all;
}

export async function breachesInEveryLook(page: Page): Promise<string[]> {
  return [...(await breachesAt(page, NARROW)), ...(await breachesAt(page, WIDE))];
}
