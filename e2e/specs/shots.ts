// Pictures of every sample page for people to look at; run by shots.mjs, not a test.
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { samples } from "../lib/pages";
import { test } from "../lib/test";

const folder = process.env.PADRIVER_SHOTS ?? "shots";

/** Pictures further down load as one scrolls to them; here nobody scrolls. */
async function everyPicture(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = "eager";
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  });
}

for (const sample of samples) {
  test(sample.name, async ({ page, visit }) => {
    await visit(sample);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      // Folding and the like is settled when a page loads.
      if (!sample.post) await page.reload();
      await everyPicture(page);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        const name = `${sample.name.replaceAll(" ", "-")}-${width}-${colorScheme}.png`;
        await page.screenshot({ path: join(folder, name), fullPage: true });
      }
    }
    await page.emulateMedia({ media: "print" });
    await page.pdf({ path: join(folder, `${sample.name.replaceAll(" ", "-")}.pdf`), format: "A4", printBackground: true });
  });
}
