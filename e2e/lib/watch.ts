// Hears what a page does that it should not: faults, breaches of the policy, calls to elsewhere.
import type { Page } from "@playwright/test";

export interface Heard {
  faults: string[];
  elsewhere: string[];
}

/** Two lists that grow with each thing the page does from now on. */
export async function watch(page: Page, home: string): Promise<Heard> {
  const heard: Heard = { faults: [], elsewhere: [] };
  page.on("pageerror", (error) => heard.faults.push(error.message));
  page.on("console", (message) => {
    // Chromium says so itself when a page answers with 4xx; that is what these pages are for.
    const own = message.text().startsWith("Failed to load resource") && message.location().url === page.url();
    if (message.type() !== "log" && !own) heard.faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== home && protocol !== "data:") heard.elsewhere.push(request.url());
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (e) => console.error(`CSP: ${e.violatedDirective} ${e.blockedURI}`));
  });
  return heard;
}

/** What has been heard until now, to begin anew with the next page. */
export function told(heard: Heard): Heard {
  return { faults: heard.faults.splice(0), elsewhere: heard.elsewhere.splice(0) };
}
