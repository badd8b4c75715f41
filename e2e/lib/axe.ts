// axe-core in the page, in light and dark, narrow and wide, without loading it anew.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** One line for each breach, with where it is. */
async function breaches(page: Page): Promise<string[]> {
  return page.evaluate(async (tags) => {
    const found = await window.axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
    return found.violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")}\n    ${node.html.slice(0, 160)}`),
    );
  }, TAGS);
}

export async function breachesInEveryLook(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const all: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [320, 1280]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      all.push(...(await breaches(page)).map((breach) => `${colorScheme} ${width}: ${breach}`));
    }
  }
  return all;
}
