// A passkey as the second step, with Chromium's own virtual authenticator: made, refused, shown and taken away.
import type { CDPSession, Page } from "@playwright/test";
import { breachesInEveryLook } from "../lib/axe";
import { codeFor, heading, logIn } from "../lib/login";
import { freePort } from "../lib/port";
import { startSite } from "../lib/site";
import { expect, test as base } from "../lib/test";
import { told, watch } from "../lib/watch";

// Passkeys are bound to a name, and there is none at a bare IP address.
const test = base.extend({
  site: [
    async ({ engine, limits }, use) => {
      const port = await freePort();
      const site = await startSite({ engine, limits, port, publicUrl: `http://localhost:${port}` });
      await use(site);
      await site.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

/** One that lies in the machine itself and knows its owner, as in most phones. */
async function authenticator(page: Page): Promise<{ devtools: CDPSession; authenticatorId: string }> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const options = {
    protocol: "ctap2",
    transport: "internal",
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", { options });
  return { devtools, authenticatorId };
}

test("a passkey is made, asked for at the next log-in, and taken away", async ({ page, site }, info) => {
  test.setTimeout(120_000);
  const heard = await watch(page, site.url);
  const { devtools, authenticatorId } = await authenticator(page);
  const address = `nokkel-${info.project.name}@kommune.example.org`;
  await logIn(page, site, address);
  await page.goto("/nb/min-side/trinn-to");
  await page.getByRole("button", { name: "Lag en passnøkkel" }).click();
  await expect(heading(page, "Lag en passnøkkel")).toBeVisible();
  await page.getByLabel("Navn på passnøkkelen").fill("Telefonen min");
  await page.getByRole("button", { name: "Lag passnøkkelen" }).click();
  await expect(heading(page, "Reservekodene dine")).toBeVisible();
  const { credentials } = await devtools.send("WebAuthn.getCredentials", { authenticatorId });
  expect(credentials.map(({ rpId }) => rpId)).toEqual(["localhost"]);
  await page.getByRole("link", { name: "Jeg har tatt vare på dem" }).click();
  await page.getByRole("button", { name: "Logg ut" }).click();
  await expect(page).toHaveURL(/\/nb\/(\?gjort=ut)?$/);

  await page.getByLabel("Kode").fill(await codeFor(page, site, address));
  await page.getByRole("button", { name: "Logg inn" }).click();
  await expect(heading(page, "Ett trinn til")).toBeVisible();
  // A code from the mailbox alone opens nothing.
  expect((await page.request.get("/nb/min-side")).status()).toBe(403);
  await page.getByRole("button", { name: "Bruk passnøkkel" }).click();
  await expect(heading(page, "Bruk passnøkkelen din")).toBeVisible();
  expect.soft(await breachesInEveryLook(page)).toEqual([]);

  // Somebody else has the phone in hand: it does not know them.
  await devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await page.getByRole("button", { name: "Bruk passnøkkel" }).click();
  await expect(page.getByRole("alert")).toContainText("Det gikk ikke", { timeout: 30_000 });
  await devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true });
  await page.getByRole("button", { name: "Bruk passnøkkel" }).click();
  await expect(heading(page, "Min side")).toBeVisible();
  const { faults, elsewhere } = told(heard);
  // Chromium says itself that it has forgotten what it kept.
  expect([...faults.filter((one) => !one.includes("Clear-Site-Data")), ...elsewhere]).toEqual([]);

  await page.goto("/nb/min-side/trinn-to");
  await page.getByRole("button", { name: /^Ta bort\s*: Telefonen min/ }).click();
  await expect(page.getByRole("button", { name: /^Ta bort\s*: Telefonen min/ })).toHaveCount(0);
});

test("who has lost the key comes in by another way", async ({ page, site }, info) => {
  await authenticator(page);
  const address = `uten-nokkel-${info.project.name}@kommune.example.org`;
  await logIn(page, site, address);
  await page.goto("/nb/min-side/trinn-to");
  await page.getByRole("button", { name: "Lag en passnøkkel" }).click();
  await page.getByLabel("Navn på passnøkkelen").fill("Den gamle");
  await page.getByRole("button", { name: "Lag passnøkkelen" }).click();
  const recovery = (await page.locator("main li code").first().textContent()) ?? "";
  await page.getByRole("link", { name: "Jeg har tatt vare på dem" }).click();
  await page.getByRole("button", { name: "Logg ut" }).click();
  await expect(page).toHaveURL(/\/nb\/(\?gjort=ut)?$/);

  await page.getByLabel("Kode").fill(await codeFor(page, site, address));
  await page.getByRole("button", { name: "Logg inn" }).click();
  await page.getByRole("button", { name: "Bruk passnøkkel" }).click();
  await page.getByRole("link", { name: "Bruk en annen måte" }).click();
  await page.getByLabel("Reservekode").fill(recovery);
  await page.getByRole("button", { name: "Fortsett" }).click();
  await expect(heading(page, "Min side")).toBeVisible();
});
