// Pictures for the guides, of the demo as its example people see it; run by scripts/guide-pictures, not a test.
import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { heading } from "../lib/login";
import { expect, test } from "../lib/test";
import { settled } from "../lib/visit";

const folder = resolve(process.env.PADRIVER_GUIDE_PICTURES ?? "guide-pictures");
const LARGEST = 150_000;
/** As wide as a text is on the page, and no higher than a reader takes in. */
const WIDTH = 720;
const HIGHEST = 900;

test.use({ viewport: { width: WIDTH, height: 900 } });

/** The page from its top, or from some part of it on; of a part `alone`, no more than that. */
async function take(page: Page, name: string, from?: Locator, alone = false): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await settled(page);
  // Nothing blinks, and the page stands at its top.
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
  });
  const main = page.getByRole("main");
  const [whole, start] = [await main.boundingBox(), await (from ?? main).boundingBox()];
  if (!whole || !start) throw new Error(`${name}: there is nothing to take a picture of`);
  const height = Math.min(alone ? start.height : whole.y + whole.height - start.y, HIGHEST);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, fullPage: true, animations: "disabled", clip: { x: 0, y: start.y, width: WIDTH, height } });
  expect(statSync(path).size, `${name} is too large for a page`).toBeLessThanOrEqual(LARGEST);
}

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

async function become(page: Page, name: string): Promise<void> {
  await page.goto("/nb/eksempelfolk");
  await page.getByRole("button", { name: `Bli ${name}` }).click();
  await expect(heading(page, "Min side")).toBeVisible();
}

/** A text of the example editor, as far as her draft. */
async function write(page: Page, title: string): Promise<string> {
  await page.goto("/nb/skriv/ny");
  await page.getByLabel(/^Hva slags tekst/).selectOption({ label: "Nyhet" });
  await page.getByLabel(/^Hvem teksten hører til/).selectOption({ index: 1 });
  await page.getByRole("textbox", { name: /^Tittel/ }).fill(title);
  await take(page, "ny-tekst");
  await page.getByRole("button", { name: "Begynn å skrive" }).click();
  await expect(heading(page, title)).toBeVisible();
  await page.getByRole("textbox", { name: /^Ingress/ }).fill("Tre avdelinger spiste frokost i ro. Etter to måneder sov flere av beboerne hele natten.");
  await page.getByRole("button", { name: "Lagre", exact: true }).click();
  await expect(page.locator("[data-editor-status]")).toHaveText(/^Lagret /);
  return new URL(page.url()).pathname;
}

test("the pictures of the guides", async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto("/nb/logg-inn");
  await take(page, "logg-inn");

  await become(page, "Rita Eksempel");
  await page.goto("/nb/min-side/trinn-to");
  await take(page, "ekstra-trinn");
  const text = await write(page, "Rolige frokoster på tre avdelinger");
  await page.goto(text);
  await take(page, "skrive");
  await page.goto(`${text}/steg`);
  await take(page, "sjekkliste", section(page, "Før teksten publiseres"), true);
  await take(page, "send-inn", section(page, "Hva skjer nå?"), true);
  await page.getByRole("button", { name: "Send til gjennomlesing" }).click();

  await become(page, "Geir Eksempel");
  await page.goto("/nb/skriv");
  await take(page, "venter");
  await page.goto(`${text}/merknader`);
  await page.getByLabel(/^Stedet i teksten/).fill("Tre avdelinger spiste frokost i ro.");
  await page.getByLabel(/^Merknad/).fill("Skriv gjerne hvor mange beboere det gjaldt.");
  await page.getByRole("button", { name: "Legg til merknaden" }).click();
  await take(page, "merknader");
  await page.goto(`${text}/steg`);
  await take(page, "godkjenn", section(page, "Hva skjer nå?"));

  await become(page, "Siri Eksempel");
  await page.getByRole("link", { name: /^Se hvem som har roller her/ }).click();
  await take(page, "inviter", section(page, "Inviter"));

  await become(page, "Anne Eksempel");
  await page.goto("/nb/tilgang");
  await take(page, "tilgang");
  await take(page, "kontoer", section(page, "Kontoer"));
});
