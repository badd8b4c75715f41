// What a visit costs, counted as it goes over the wire.
import type { Page } from "@playwright/test";
import { PROJECT } from "../lib/pages";
import { expect, test } from "../lib/test";
import { recordTransfers, type Transfer, type Transfers } from "../lib/transfers";
import { searchable, settled } from "../lib/visit";

const isCode = ({ type }: Transfer) => type === "Stylesheet" || type === "Script";
// Pictures that belong to the text are not counted; marks and icons are.
const isPicture = ({ path }: Transfer) => path.startsWith("/filer/");
const bytes = (parts: Transfer[]) => parts.reduce((sum, part) => sum + part.bytes, 0);

async function allOf(page: Page, transfers: Transfers): Promise<Transfer[]> {
  await settled(page);
  await expect.poll(transfers.underWay).toBe(0);
  return transfers.done;
}

test("a first view of a project page is light", async ({ browser, baseURL, request, site }) => {
  // Who asks first after a change gets it compressed in haste, and all after that as well as can be: that is done
  // beside, when it has stood for a moment.
  await searchable(site.url);
  const sent = async () => Number((await request.get(PROJECT)).headers()["content-length"]);
  const inHaste = await sent();
  await expect.poll(sent, { timeout: 30_000 }).toBeLessThan(inHaste * 0.9);
  // A browser that has never been here.
  const page = await browser.newPage({ baseURL });
  const transfers = await recordTransfers(page);
  await page.goto(PROJECT);
  const parts = await allOf(page, transfers);

  const list = parts.map((part) => `${part.bytes} ${part.type} ${part.path}`).join("\n");
  const types = parts.map((part) => part.type);
  expect(types, list).toEqual(expect.arrayContaining(["Document", "Stylesheet", "Script", "Font"]));
  expect(bytes(parts.filter(isCode)), list).toBeLessThanOrEqual(45_000);
  expect(bytes(parts.filter((part) => !isPicture(part))), list).toBeLessThanOrEqual(90_000);
  await page.close();
});

test("the next page brings no file that one already has", async ({ page }) => {
  await page.goto(PROJECT);
  await settled(page);
  const transfers = await recordTransfers(page);
  await page.goto("/nb/prosjekter");
  const parts = await allOf(page, transfers);
  expect(parts.map((part) => part.type)).toContain("Document");
  expect(parts.filter((part) => part.path.startsWith("/static/") && part.bytes > 0)).toEqual([]);
});
