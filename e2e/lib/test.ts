// What every spec stands on: Playwright's test with a running site, one for each worker.
import { test as base } from "@playwright/test";
import type { Sample } from "./pages";
import { startSite, type Site } from "./site";
import { visit, type Sent } from "./visit";

export interface Options {
  engine: "sqlite" | "postgres";
  limits: "on" | "off";
}

interface Tools {
  /** Opens a sample page. */
  visit: (sample: Sample) => Promise<Sent>;
}

export const test = base.extend<Tools, Options & { site: Site }>({
  engine: ["sqlite", { option: true, scope: "worker" }],
  limits: ["off", { option: true, scope: "worker" }],
  site: [
    async ({ engine, limits }, use) => {
      const site = await startSite(engine, limits);
      await use(site);
      await site.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ site }, use) => use(site.url),
  visit: async ({ page, site }, use) => use((sample) => visit(page, site.url, sample)),
});

export { expect } from "@playwright/test";
