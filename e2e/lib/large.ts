// A phone whose reader has made all text larger: nothing sticks out, lies on something else, or is broken letter by letter.
import type { Page } from "@playwright/test";
import { reach } from "./reflow";

const PHONE = 390;

/** What of the bar at the top lies on something else of it, by where the words themselves are. */
async function pressed(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hidden = (element: Element) => getComputedStyle(element).position === "absolute";
    const words = (element: Element) => {
      const range = document.createRange();
      range.selectNodeContents(element.matches("details") ? (element.querySelector("summary") ?? element) : element);
      const inside = element.querySelector("span");
      return inside && hidden(inside) ? element.getBoundingClientRect() : range.getBoundingClientRect();
    };
    const parts = [...document.querySelectorAll(".bar > *")].filter((element) => element.getClientRects().length > 0);
    const boxes = parts.map((element) => ({ name: element.className, box: words(element) }));
    return boxes.flatMap((one, at) =>
      boxes.slice(at + 1).flatMap((other) => {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        return across > 1 && down > 1 ? [`${one.name} on ${other.name}`] : [];
      }),
    );
  });
}

/** Words that stand on two lines where no rule divides them: in a cell of a table, or anywhere that has no hyphens. */
async function broken(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const around = node.parentElement;
      const isRead = around && around.checkVisibility({ contentVisibilityAuto: true }) && !around.closest("svg, code, pre, .ds-sr-only");
      // What has no patterns of its own language, such as names in Northern Sámi, is broken by the browser as it can.
      if (!isRead || getComputedStyle(around).hyphens === "auto" || around.closest("[lang=se]")) continue;
      for (const word of (node as Text).data.matchAll(/\p{L}{4,}/gu)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map((line) => Math.round(line.top)));
        if (lines.size > 1) found.push(`${word[0]} in ${around.tagName.toLowerCase()}.${around.className}`);
      }
    }
    return found;
  });
}

/** What is wrong with the page at 150 and 200 per cent. */
export async function faultsOfLargeText(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: PHONE, height: 844 });
  const all: string[] = [];
  for (const size of ["150%", "200%"]) {
    await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, size);
    const { width, tooWide } = await reach(page, PHONE);
    const faults = [...(width > PHONE ? tooWide : []), ...(await pressed(page)), ...(await broken(page))];
    all.push(...faults.map((fault) => `${size}: ${fault}`));
  }
  await page.evaluate(() => { document.documentElement.style.fontSize = ""; });
  return all;
}
