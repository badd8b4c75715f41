// One tab for all tests of a worker, where a new one for each would take long beside what is looked at.
import type { Page } from "@playwright/test";
import { test as base } from "./test";
import { watch, type Heard } from "./watch";

interface Tab {
  page: Page;
  heard: Heard;
}

export const test = base.extend<{ heard: Heard }, { tab: Tab }>({
  tab: [
    async ({ browser, site }, use, { project }) => {
      const { locale, timezoneId, viewport } = project.use;
      const context = await browser.newContext({ baseURL: site.url, locale, timezoneId, viewport });
      const page = await context.newPage();
      await use({ page, heard: await watch(page, site.url) });
      await context.close();
    },
    { scope: "worker" },
  ],
  context: async ({ tab }, use) => use(tab.page.context()),
  page: async ({ tab: { page } }, use) => {
    await use(page);
    await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  },
  heard: async ({ tab }, use) => use(tab.heard),
});
