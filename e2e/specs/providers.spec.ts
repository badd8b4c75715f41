// Log-in by a provider of OpenID Connect that is not ours: a plain one, and one that demands all that it may.
import type { Page } from "@playwright/test";
import { heading } from "../lib/login";
import { freePort } from "../lib/port";
import { ADDRESS, NAME, startProvider, type Vouching } from "../lib/provider";
import { startSite, type Site } from "../lib/site";
import { expect, test } from "../lib/test";

const BUTTON = "Logg inn med Prøveporten";

async function enter(page: Page, site: Site): Promise<void> {
  await page.goto(`${site.url}/nb/logg-inn`);
  await page.getByRole("button", { name: BUTTON }).click();
  await expect(heading(page, "Min side")).toBeVisible();
}

for (const kind of ["plain", "strict"] as const) {
  test.describe(`a ${kind} provider`, () => {
    test.describe.configure({ mode: "serial" });
    let site: Site;
    let provider: Vouching;

    test.beforeAll(async ({ engine }) => {
      test.setTimeout(120_000);
      const port = await freePort();
      const publicUrl = `http://127.0.0.1:${port}`;
      provider = await startProvider(kind, publicUrl);
      site = await startSite({ engine, limits: "off", settings: provider.settings, port, publicUrl });
    });
    test.afterAll(async () => {
      await site?.stop();
      await provider?.stop();
    });
    // The site that all others share is not needed, and addresses are whole.
    test.use({ baseURL: "http://127.0.0.1" });

    test("somebody comes in, is known again, and logs out there too", async ({ page, context }) => {
      const led: URL[] = [];
      page.on("request", (request) => {
        const address = new URL(request.url());
        if (address.origin === provider.issuer && address.pathname === "/auth") led.push(address);
      });
      await enter(page, site);
      const main = page.getByRole("main");
      await expect(page.getByLabel("Navn")).toHaveValue(kind === "plain" ? NAME : "");
      // The plain one tells the address where it is asked for more; a bound token is of no use there.
      if (kind === "plain") await expect(main).toContainText(ADDRESS);
      const parameters = [...(led[0]?.searchParams.keys() ?? [])].sort();
      if (kind === "strict") expect(parameters).toEqual(["client_id", "request_uri"]);
      else expect(parameters).toEqual(expect.arrayContaining(["code_challenge", "nonce", "state"]));
      expect((await context.cookies(site.url)).filter(({ name }) => name.startsWith("__Host-")).map(({ name }) => name)).toEqual(["__Host-okt"]);

      // They are still logged in there: nobody is asked anew, and it is the same person here.
      const asked = provider.asked();
      await page.getByLabel("Navn").fill("Kari med nytt navn");
      await page.getByRole("button", { name: "Lagre navnet" }).click();
      await context.clearCookies({ name: "__Host-okt" });
      await enter(page, site);
      await expect(page.getByLabel("Navn")).toHaveValue("Kari med nytt navn");
      expect(provider.asked()).toBe(asked);

      await page.getByRole("button", { name: "Logg ut" }).click();
      await page.getByRole("button", { name: "Ja, logg meg ut" }).click();
      await expect(page).toHaveURL(`${site.url}/nb/`);
      await enter(page, site);
      expect(provider.asked()).toBe(asked + 1);
      // Of proofs the strict one wants a nonce, and says which when it is lacking.
      const nonces = provider.refused.filter((one) => one.includes("nonce"));
      expect(nonces.length > 0).toBe(kind === "strict");
      expect(provider.refused.filter((one) => !one.includes("nonce"))).toEqual([]);
    });

    test("what came back once lets nobody in again, here or elsewhere", async ({ page, browser }) => {
      let back = "";
      page.on("request", (request) => {
        if (request.url().startsWith(`${site.url}/innlogging/`)) back = request.url();
      });
      await enter(page, site);
      expect(back).toContain("iss=");
      await page.goto(back);
      await expect(heading(page, "Innloggingen førte ikke fram")).toBeVisible();
      const stranger = await (await browser.newContext()).newPage();
      await stranger.goto(back);
      await expect(heading(stranger, "Innloggingen førte ikke fram")).toBeVisible();
      await stranger.context().close();
    });
  });
}
