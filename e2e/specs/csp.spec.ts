// Nothing leaves the server, nothing is stored, and the policy is never broken.
import { samples } from "../lib/pages";
import { expect, test } from "../lib/test";

for (const sample of samples) {
  test(sample.name, async ({ page, context, site, visit }) => {
    const faults: string[] = [];
    const elsewhere: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => {
      // Chromium says so itself when a page answers with 4xx; that is what these pages are for.
      const own = message.text().startsWith("Failed to load resource") && message.location().url === page.url();
      if (message.type() !== "log" && !own) faults.push(`${message.type()}: ${message.text()}`);
    });
    page.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== site.url && protocol !== "data:") elsewhere.push(request.url());
    });
    await page.addInitScript(() => {
      addEventListener("securitypolicyviolation", (e) => console.error(`CSP: ${e.violatedDirective} ${e.blockedURI}`));
    });

    await visit(sample);
    await page.waitForLoadState("networkidle");

    expect(faults).toEqual([]);
    expect(elsewhere).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });
}
