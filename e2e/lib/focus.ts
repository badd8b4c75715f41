// Where the focus is, and whether a person can see it.
import type { ElementHandle, Page } from "@playwright/test";

export interface Focus {
  name: string;
  /** Its place among all elements of the page; -1 when the focus has left the page. */
  place: number;
  faults: string[];
}

interface Look extends Focus {
  /** An outline or a shadow of its own; others are seen only by looking. */
  outlined: boolean;
  clip: { x: number; y: number; width: number; height: number };
}

/** Of the element that has the focus, in the page. */
function look(): Look | null {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const words = (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40);
  const name = `${element.tagName.toLowerCase()}#${element.id} «${words}»`;
  const faults: string[] = [];

  const box = element.getBoundingClientRect();
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  if (right <= left || bottom <= top) {
    faults.push(`${name} is out of sight`);
  } else {
    const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    // Areas of a map lie into each other: the middle of one's box may well be its neighbour's land.
    const isShape = element instanceof SVGElement;
    // An input that lies unseen over what shows it, such as the one that walks a chart, shows by that.
    const shown = getComputedStyle(element).opacity === "0" ? (element.parentElement ?? element) : element;
    const covered = above && !isShape && !shown.contains(above) && !above.contains(element);
    if (covered) faults.push(`${name} is covered by ${above.tagName.toLowerCase()}.${above.className}`);
  }

  const style = getComputedStyle(element);
  const outlined = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== "none";
  const around = 6;
  const [x, y] = [Math.max(left - around, 0), Math.max(top - around, 0)];
  const clip = {
    x,
    y,
    width: Math.max(Math.min(right + around, innerWidth) - x, 1),
    height: Math.max(Math.min(bottom + around, innerHeight) - y, 1),
  };
  return { name, place: [...document.querySelectorAll("*")].indexOf(element), faults, outlined, clip };
}

/** Does anything look different when the focus goes away? */
async function shows(page: Page, clip: Look["clip"]): Promise<boolean> {
  const element = (await page.evaluateHandle(() => document.activeElement)) as ElementHandle<HTMLElement>;
  const withFocus = await page.screenshot({ clip });
  await element.evaluate((e) => e.blur());
  const without = await page.screenshot({ clip });
  await element.evaluate((e) => e.focus());
  return !withFocus.equals(without);
}

/** Looks at the element that has the focus: is it there to be seen, and is it marked? */
export async function focused(page: Page): Promise<Focus> {
  const found = await page.evaluate(look);
  if (!found) return { name: "", place: -1, faults: [] };
  const { outlined, clip, ...focus } = found;
  if (!outlined && !focus.faults.length && !(await shows(page, clip))) {
    focus.faults.push(`${focus.name} does not show that it has the focus`);
  }
  return focus;
}

/** Presses Tab until something called `name` has the focus; a page as long as the editor takes more of it. */
export async function tabTo(page: Page, name: RegExp, most = 150): Promise<Focus> {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(look);
    if (here && name.test(here.name)) return focused(page);
  }
  throw new Error(`Tab never came to ${name}`);
}
