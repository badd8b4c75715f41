import { defineConfig } from "@playwright/test";
import { launch } from "./lib/browser";
import type { Options } from "./lib/test";

// Pictures for people to look at (shots.mjs) are taken with the same pages and the same server.
const shots = process.env.PADRIVER_SHOTS;
// Those of the guides (scripts/guide-pictures) are of the demo, one after the other.
const guides = process.env.PADRIVER_GUIDE_PICTURES;
// And every word that is on them (aloud.mjs).
const aloud = process.env.PADRIVER_ALOUD;

export default defineConfig<object, Options>({
  testDir: "specs",
  outputDir: "results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  timeout: 60_000,
  // A server that is starved for a moment is no fault of the program. What fails twice fails, and what needed
  // its second try is told by name at the end, so that nobody gets used to it.
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["./lib/closing-line.ts"]],
  use: {
    browserName: "chromium",
    launchOptions: launch(),
    locale: "nb-NO",
    timezoneId: "Europe/Oslo",
    viewport: { width: 1280, height: 900 },
    screenshot: "only-on-failure",
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
  },
  projects: guides
    ? [{ name: "guides", testMatch: "guides.ts", use: { command: "demo" } }]
    : aloud
    ? [{ name: "aloud", testMatch: "aloud.ts", use: { command: "demo" } }]
    : shots
    ? [{ name: "shots", testMatch: "shots.ts" }]
    : [
        { name: "sqlite", use: { engine: "sqlite" } },
        { name: "postgres", use: { engine: "postgres" }, testMatch: ["journey.spec.ts", "login.spec.ts", "offline-numbers.spec.ts", "outages.spec.ts", "publishing.spec.ts", "together.spec.ts", "workspace.spec.ts", "year.spec.ts"] },
      ],
});
