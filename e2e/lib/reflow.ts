// What makes a page scroll sideways.
import type { Page } from "@playwright/test";

/** How wide the page is, and what sticks out of `limit`. */
export async function reach(page: Page, limit: number): Promise<{ width: number; tooWide: string[] }> {
  return page.evaluate((limit) => {
    // What scrolls within itself, such as a wide table, may be as wide as it likes.
    const scrolls = (e: Element) => /auto|scroll|hidden|clip/.test(getComputedStyle(e).overflowX);
    const held = (e: Element): boolean =>
      !!e.parentElement && e.parentElement !== document.body && (scrolls(e.parentElement) || held(e.parentElement));
    const out = [...document.body.querySelectorAll("*")].filter(
      (e) => e.getBoundingClientRect().right > limit + 0.5 && !held(e),
    );
    return {
      width: document.documentElement.scrollWidth,
      tooWide: out.map((e) => `${e.tagName.toLowerCase()}.${e.className} ${e.getBoundingClientRect().right}`),
    };
  }, limit);
}
