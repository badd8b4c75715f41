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
