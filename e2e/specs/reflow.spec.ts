// No sideways scrolling on a narrow screen (WCAG 1.4.10), also with the longest of words in a heading.
import { LONG_WORD, samples } from "../lib/pages";
import { expect, test } from "../lib/test";

const WIDTH = 320;

test.use({ viewport: { width: WIDTH, height: 640 } });

for (const sample of samples) {
  test(sample.name, async ({ page, visit }) => {
    await visit(sample);
    const { width, tooWide } = await page.evaluate((limit) => {
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
    }, WIDTH);
    expect(width, tooWide.join("\n")).toBeLessThanOrEqual(WIDTH);
  });
}

test("the long word is on a page of its own", async ({ page }) => {
  await page.goto(LONG_WORD);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/undervisningshjemmetjenestekoordinator/i);
});
