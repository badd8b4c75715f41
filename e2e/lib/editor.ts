// The editor's chapters: closed while nobody writes in them.
import type { Locator, Page } from "@playwright/test";

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
