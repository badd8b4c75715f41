// Logging in as a person does, by the code in a real letter.
import type { Page } from "@playwright/test";
import type { Site } from "./site";
import { expect } from "./test";

export const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

/** Asks for a code, as a person does from any page, and reads the letter. */
export async function codeFor(page: Page, site: Site, address: string): Promise<string> {
  const before = site.mails.with(address).length;
  await page.goto("/nb/");
  await page.getByRole("contentinfo").getByRole("link", { name: "Logg inn" }).click();
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
