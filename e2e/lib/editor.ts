// Where a text is written. Its chapters are closed while nobody writes in them.
import type { Locator, Page } from "@playwright/test";
import { expect } from "./test";

/** A chapter by its name. */
export const chapter = (page: Page, name: string): Locator =>
  page.locator("details.piece").filter({ has: page.locator("summary").getByRole("heading", { name, exact: true }) });

/** Opens all chapters one by one, as a writer would. */
export async function openAll(page: Page): Promise<void> {
  const closed = page.locator("details.piece:not([open]) > summary");
  for (let left = await closed.count(); left > 0; left--) await closed.first().click();
}

/** Does something, and waits until the server has saved what came of it: what was saved before says nothing of this. */
export async function savedBy(page: Page, change: () => Promise<void>): Promise<void> {
  const saved = page.waitForResponse((one) => one.url().endsWith("/lagre.json") && one.ok(), { timeout: 20_000 });
  await change();
  await saved;
}

export const status = (page: Page): Locator => page.locator("[data-editor-status]");
export const lead = (page: Page): Locator => page.getByRole("textbox", { name: /^Ingress/ });

/** A new piece of news; hands back where it is written. */
export async function begin(page: Page, title: string): Promise<string> {
  await page.goto("/nb/skriv/ny");
  await page.getByLabel(/^Hva slags tekst/).selectOption({ label: "Nyhet" });
  await page.getByRole("textbox", { name: /^Tittel/ }).fill(title);
  await page.getByRole("button", { name: "Begynn å skrive" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}
