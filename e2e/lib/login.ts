// Logging in as a person does, by the code in a real letter, with an app as the second step.
import { createHmac } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Site } from "./site";
import { expect } from "./test";

export const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

/** Asks for a code, as a person does from any page, and reads the letter. */
export async function codeFor(page: Page, site: Site, address: string): Promise<string> {
  const before = site.mails.with(address).length;
  await page.goto("/nb/");
  await page.getByRole("contentinfo").getByRole("link", { name: "Logg inn", exact: true }).click();
  await page.getByLabel("E-postadresse").fill(address);
  await page.getByRole("button", { name: "Send meg en kode" }).click();
  await expect(heading(page, "Skriv koden")).toBeVisible();
  const code = /^\d{6}(?=\r?$)/m;
  const letter = () => site.mails.with(address).slice(before).find((one) => code.test(one.text));
  await expect.poll(() => letter() !== undefined).toBe(true);
  expect(letter()?.to).toEqual([address]);
  return code.exec(letter()?.text ?? "")?.[0] ?? "no code";
}

export async function logIn(page: Page, site: Site, address: string): Promise<void> {
  await page.getByLabel("Kode").fill(await codeFor(page, site, address));
  await page.getByRole("button", { name: "Logg inn" }).click();
  await expect(heading(page, "Min side")).toBeVisible();
}

/** What an app shows now (RFC 6238), by the key that the page tells as text. */
export function appCode(key: string): string {
  const bits = [...key.replace(/\s/g, "")].map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0")).join("");
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac("sha1", bytes).update(step).digest();
  const at = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** Takes an app into use as the second step, and stands at the recovery codes: from then on they are let in where their role asks for it. */
export async function setUpApp(page: Page): Promise<void> {
  await page.goto("/nb/min-side/trinn-to");
  await page.getByRole("button", { name: "Sett opp en app" }).click();
  await page.getByLabel("Kode fra appen").fill(appCode((await page.locator("#nokkel").textContent()) ?? ""));
  await page.getByRole("button", { name: "Ta appen i bruk" }).click();
  await expect(heading(page, "Reservekodene dine")).toBeVisible();
}

/** A click makes one of the example people that the demo has, and is worth both steps there. */
export async function become(page: Page, name: string): Promise<void> {
  await page.goto("/nb/eksempelfolk");
  await page.getByRole("button", { name: `Bli ${name}` }).click();
  await expect(heading(page, "Min side")).toBeVisible();
}
