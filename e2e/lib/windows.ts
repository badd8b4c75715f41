// A window for each person where several take part, none of which sees the others' cookies.
import type { BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { test as base } from "./test";

export const test = base.extend<{ open: (options?: BrowserContextOptions) => Promise<Page> }>({
  open: async ({ browser, baseURL, contextOptions, javaScriptEnabled, locale, timezoneId, viewport }, use) => {
    const windows: BrowserContext[] = [];
    await use(async (options = {}) => {
      const window = await browser.newContext({ ...contextOptions, baseURL, javaScriptEnabled, locale, timezoneId, viewport, ...options });
      windows.push(window);
      return window.newPage();
    });
    for (const window of windows) await window.close();
  },
});
