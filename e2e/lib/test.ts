// What every spec stands on: Playwright's test with a running site, one for each worker.
import { test as base, type BrowserContext, type BrowserContextOptions } from "@playwright/test";
import type { Sample } from "./pages";
import { freePort } from "./port";
import { startSite, type Site } from "./site";
import { visit, type Sent } from "./visit";

export interface Options {
  engine: "sqlite" | "postgres";
  limits: "on" | "off";
  /** `demo` has the page by which one becomes an example person with a click. */
  command: "serve" | "demo";
}

interface Tools {
  /** Opens a sample page. */
  visit: (sample: Sample) => Promise<Sent>;
}

interface Worker {
  site: Site;
  /** A window of such a kind: the same one each time. */
  windowFor: (options: BrowserContextOptions) => Promise<BrowserContext>;
}

export const test = base.extend<Tools, Options & Worker>({
  engine: ["sqlite", { option: true, scope: "worker" }],
  limits: ["off", { option: true, scope: "worker" }],
  command: ["serve", { option: true, scope: "worker" }],
  site: [
    async ({ engine, limits, command }, use) => {
      // By name, for passkeys are bound to one.
      const named = command === "demo" ? await freePort() : undefined;
      const publicUrl = named ? `http://localhost:${named}` : undefined;
      const site = await startSite({ engine, limits, command, ...(named && { port: named, publicUrl }) });
      await use(site);
      await site.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  // A window takes longer to open than most pages, so tests get a new tab in one that is open.
  windowFor: [
    async ({ browser }, use) => {
      const open = new Map<string, BrowserContext>();
      await use(async (options) => {
        const kind = JSON.stringify(options);
        const found = open.get(kind) ?? (await browser.newContext(options));
        // An empty tab keeps the window open between tests.
        if (!open.has(kind)) await found.newPage();
        open.set(kind, found);
        return found;
      });
      for (const context of open.values()) await context.close();
    },
    { scope: "worker" },
  ],
  context: async ({ windowFor, baseURL, contextOptions, javaScriptEnabled, locale, timezoneId, viewport }, use) => {
    const context = await windowFor({ ...contextOptions, baseURL, javaScriptEnabled, locale, timezoneId, viewport });
    await use(context);
    await context.clearCookies();
    await context.clearPermissions();
  },
  page: async ({ context }, use) => {
    const page = await context.newPage();
    await use(page);
    await page.close();
  },
  baseURL: async ({ site }, use) => use(site.url),
  visit: async ({ page, site }, use) => use((sample) => visit(page, site.url, sample)),
});

export { expect } from "@playwright/test";
