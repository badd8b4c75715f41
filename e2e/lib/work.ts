// A team's work, begun as a team begins it.
import type { Page } from "@playwright/test";

export interface Start {
  title: string;
  place?: string;
  aim: string;
  measure: string;
  /** What a number of it is made of. */
  shape: "share" | "count";
  better: "higher" | "lower";
  often?: "day" | "week" | "month";
}

/** Fills in what lies behind the questions too, and sends; with or without script. */
export async function startWork(page: Page, start: Start): Promise<void> {
  await page.goto("/nb/sett-i-gang");
  const closed = page.locator("main form details:not([open]) > summary");
  for (let left = await closed.count(); left > 0; left--) await closed.first().click();
  const field = (name: string) => page.locator(`main form [name="${name}"]`);
  await field("tittel").fill(start.title);
  await field("sted").fill(start.place ?? "Solbakken, 2. etasje");
  await field("hva").fill(start.aim);
  await field("maling").fill(start.measure);
  await field("slag").selectOption(start.shape);
  await field("hver").selectOption(start.often ?? "month");
  await field("retning").selectOption(start.better);
  await page.locator("main #send").click();
}
