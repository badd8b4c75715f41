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
  await expect.poll(() => site.mails.with(address).length).toBe(before + 1);
  const letter = site.mails.with(address).at(-1);
  expect(letter?.to).toEqual([address]);
  return /^\d{6}(?=\r?$)/m.exec(letter?.text ?? "")?.[0] ?? "no code";
}

export async function logIn(page: Page, site: Site, address: string): Promise<void> {
  await page.getByLabel("Kode").fill(await codeFor(page, site, address));
  await page.getByRole("button", { name: "Logg inn" }).click();
  await expect(heading(page, "Min side")).toBeVisible();
}
