// Logging in by a code from a real letter; on both engines.
import { createHmac } from "node:crypto";
import { codeFor, heading } from "../lib/login";
import { expect, test } from "../lib/test";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("somebody logs in, says their name and logs out", async ({ page, context, site }, info) => {
      const address = `kari-${info.project.name}-${javaScriptEnabled}@kommune.example.org`;
      const code = await codeFor(page, site, address);
      await page.getByLabel("Kode").fill("12345");
      await page.getByRole("button", { name: "Logg inn" }).click();
      await expect(page).toHaveTitle(/^Feil: /);
      await expect(page.getByRole("group", { name: /Du må rette 1 feil/ })).toContainText("seks sifre");
      await page.getByLabel("Kode").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
      await page.getByRole("button", { name: "Logg inn" }).click();
      await expect(heading(page, "Min side")).toBeVisible();
      const cookies = (await context.cookies()).map(({ name, httpOnly, secure }) => ({ name, httpOnly, secure }));
      expect(cookies.sort((a, b) => a.name.localeCompare(b.name))).toEqual([
        { name: "__Host-kjent", httpOnly: true, secure: true },
        { name: "__Host-okt", httpOnly: true, secure: true },
      ]);

      await page.getByLabel("Navn").fill("Kari Prøve");
      await page.getByRole("button", { name: "Lagre navnet" }).click();
      await page.goto("/nb/prosjekter");
      await expect(page.getByRole("banner").getByRole("link", { name: "Min side" })).toBeVisible();
      await expect(page.getByRole("contentinfo")).toContainText("Kari Prøve");
      await page.getByRole("button", { name: "Logg ut" }).click();
      await expect(page).toHaveURL(/\/nb\/$/);
      await expect(page.getByRole("button", { name: "Logg ut" })).toHaveCount(0);
      expect((await context.cookies()).map(({ name }) => name)).toEqual(["__Host-kjent"]);
      await page.goto("/nb/min-side");
      await expect(heading(page, "Du har ikke tilgang")).toBeVisible();
    });
  });
}

/** What an app shows now (RFC 6238), by the key that the page tells as text. */
function appCode(key: string): string {
  const bits = [...key.replace(/\s/g, "")].map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0")).join("");
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac("sha1", bytes).update(step).digest();
  const at = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

test.describe("the second step without script", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody sets up an app as a second step, and comes in by a recovery code", async ({ page, site }, info) => {
    const address = `ola-${info.project.name}@kommune.example.org`;
    const enter = async () => {
      await page.getByLabel("Kode").fill(await codeFor(page, site, address));
      await page.getByRole("button", { name: "Logg inn" }).click();
    };
    await enter();
    await page.goto("/nb/min-side/trinn-to");
    await page.getByRole("button", { name: "Sett opp en app" }).click();
    await page.getByLabel("Kode fra appen").fill(appCode((await page.locator("#nokkel").textContent()) ?? ""));
    await page.getByRole("button", { name: "Ta appen i bruk" }).click();
    await expect(heading(page, "Reservekodene dine")).toBeVisible();
    const recovery = (await page.locator("main li > code").first().textContent()) ?? "";
    await page.getByRole("link", { name: "Jeg har tatt vare på dem" }).click();
    await page.getByRole("button", { name: "Logg ut" }).click();
    await expect(page).toHaveURL(/\/nb\/$/);
    await enter();
    await expect(heading(page, "Ett trinn til")).toBeVisible();
    await page.getByLabel("Kode fra appen").fill("000000");
    await page.getByRole("button", { name: "Fortsett" }).click();
    await expect(page).toHaveTitle(/^Feil: /);
    await page.getByLabel("Kode fra appen").fill("");
    await page.getByLabel("Reservekode").fill(recovery);
    await page.getByRole("button", { name: "Fortsett" }).click();
    await expect(heading(page, "Min side")).toBeVisible();
  });
});
