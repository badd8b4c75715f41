// What a visit costs, counted as it goes over the wire.
import { PROJECT } from "../lib/pages";
import { expect, test } from "../lib/test";
import { recordTransfers, type Transfer } from "../lib/transfers";

const isCode = ({ type }: Transfer) => type === "Stylesheet" || type === "Script";
// Pictures that belong to the text are not counted; marks and icons are.
const isPicture = ({ path }: Transfer) => path.startsWith("/filer/");
const bytes = (parts: Transfer[]) => parts.reduce((sum, part) => sum + part.bytes, 0);

test("a first view of a project page is light", async ({ page }) => {
  const parts = await recordTransfers(page);
  await page.goto(PROJECT);
  await page.waitForLoadState("networkidle");

  const list = parts.map((part) => `${part.bytes} ${part.type} ${part.path}`).join("\n");
  const types = parts.map((part) => part.type);
  expect(types, list).toEqual(expect.arrayContaining(["Document", "Stylesheet", "Script", "Font"]));
  expect(bytes(parts.filter(isCode)), list).toBeLessThanOrEqual(45_000);
  expect(bytes(parts.filter((part) => !isPicture(part))), list).toBeLessThanOrEqual(90_000);
});

test("the next page brings no file that one already has", async ({ page }) => {
  await page.goto(PROJECT);
  await page.waitForLoadState("networkidle");
  const parts = await recordTransfers(page);
  await page.goto("/nb/prosjekter");
  await page.waitForLoadState("networkidle");
  expect(parts.filter((part) => part.path.startsWith("/static/") && part.bytes > 0)).toEqual([]);
});
