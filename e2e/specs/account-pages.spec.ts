// The pages that only those see who are logged in, as an example person of the demo sees them.
import { NARROW, breachesInEveryLook } from "../lib/axe";
import { invalid } from "../lib/html";
import { become } from "../lib/login";
import { reach } from "../lib/reflow";
import { expect, test } from "../lib/test";

test.use({ command: "demo" });

/** One of the example people that the demo has made. */
const ADMINISTRATOR = "Anne Eksempel";

test("pages of those who are logged in are for all to use", async ({ page }) => {
  test.setTimeout(180_000);
  await become(page, ADMINISTRATOR);
  await page.goto("/nb/tilgang");
  const centre = await page.getByRole("listitem").getByRole("link", { name: /USHT|Utviklingssenter/ }).first().getAttribute("href");
  for (const path of ["/nb/min-side", "/nb/min-side/okter", "/nb/min-side/trinn-to", "/nb/min-side/logg", "/nb/min-side/personvern", "/nb/min-side/slett", "/nb/min-side/varsler", "/nb/malform", "/nb/tilgang", "/nb/rettigheter", "/nb/logg", centre ?? "no centre", `${centre}/arkiv`]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    expect.soft(await invalid((await answer?.text()) ?? ""), path).toEqual([]);
    await page.setViewportSize({ width: NARROW, height: 640 });
    const { width, tooWide } = await reach(page, NARROW);
    expect.soft(width, `${path}: ${tooWide.join("\n")}`).toBeLessThanOrEqual(NARROW);
    expect.soft(await breachesInEveryLook(page), path).toEqual([]);
  }
});
