// A year of weekly numbers with a shift: pasted, told in words, with what was tried on the chart; published, taken into
// use by another unit, and seen on the map and in the list. On a phone, at a desk and without script, on both engines.
import type { Page } from "@playwright/test";
import { openAll } from "../lib/editor";
import { become, heading, logIn } from "../lib/login";
import { expect } from "../lib/test";
import { test } from "../lib/windows";
import { startWork } from "../lib/work";

test.use({ command: "demo" });

const WEEKS = 52;
const TRIED = "Lys langs gulvet i to rom";
const DAY = 86_400_000;

/** The Monday so many weeks ago. */
function monday(weeks: number): Date {
  const day = new Date(Date.now() - weeks * 7 * DAY);
  day.setDate(day.getDate() - ((day.getDay() + 6) % 7));
  return day;
}

/** As Norwegian calendars have it: the week with the first Thursday is the first. */
function week(monday: Date): string {
  const thursday = new Date(monday.getTime() + 3 * DAY);
  const first = new Date(thursday.getFullYear(), 0, 4);
  const nth = 1 + Math.round(((thursday.getTime() - first.getTime()) / DAY - 3 + ((first.getDay() + 6) % 7)) / 7);
  return `uke ${nth} ${thursday.getFullYear()}`;
}

const typed = (day: Date) => `${day.getDate()}.${day.getMonth() + 1}.${day.getFullYear()}`;

/** Many each week, and from the thirtieth on about half as many. */
const year = (): string => {
  const lines = Array.from({ length: WEEKS }, (_, n) => {
    const falls = n < 30 ? 12 + ((n * 7) % 5) - 2 : 5 + ((n * 3) % 4);
    return `${week(monday(WEEKS - n))}\t${falls}`;
  });
  return ["Uke\tFall", ...lines].join("\n");
};

const button = (page: Page, name: string | RegExp) => page.getByRole("main").getByRole("button", { name, exact: true });
const field = (page: Page, name: RegExp) => page.getByRole("main").getByRole("textbox", { name });

/** A year of numbers, all at once; and the chart that they make. */
async function paste(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Lim inn tall fra et regneark" }).click();
  await page.getByRole("textbox", { name: /^Tabellen/ }).fill(year());
  await page.locator("main #send").click();
  await expect(heading(page, "Stemmer dette?")).toBeVisible();
  await page.locator("main #send").click();
  await expect(page.getByRole("status").filter({ hasText: "Tallene er lagret." })).toBeVisible();
  await page.getByRole("link", { name: "Se diagrammet" }).click();
  await expect(page.locator("figure.chart-figure")).toBeVisible();
}

/** Of a few to choose from, by what the form calls it. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  const select = page.locator(`main select[name="${name}"]`);
  if (await select.count()) await select.selectOption(value);
  else await page.locator(`main input[name="${name}"][value="${value}"]`).check();
}

/** What was tried in the week when the numbers fell. */
async function tryOut(page: Page, work: string): Promise<void> {
  await page.goto(`${work}/utprovinger/ny`);
  await page.locator('main [name="hva"]').fill(TRIED);
  await page.locator('main [name="tror"]').fill("At færre snubler");
  await page.locator('main [name="fra"]').fill(typed(monday(WEEKS - 30)));
  await page.locator("main #send").click();
  await expect(page).not.toHaveURL(/\/ny$/);
  await page.goto(`${work}/utprovinger/1`);
  await page.locator('main [name="til"]').fill(typed(monday(WEEKS - 33)));
  await page.locator('main [name="laert"]').fill("Færre faller når de ser veien");
  await choose(page, "stemte", "yes");
  await choose(page, "avgjort", "adopt");
  await page.locator("main #send").click();
  await expect(page.getByRole("main")).toContainText("Færre faller når de ser veien");
  // On the chart, in the week that it was tried.
  await page.goto(work);
  await expect(page.locator("figure.chart-figure").first()).toContainText(TRIED);
}

/** From the workspace to the public page, by another's yes. */
async function publish(writer: Page, reader: Page, work: string): Promise<string> {
  await writer.goto(`${work}/del`);
  await writer.locator('main input[name="maling_0"][value="vis"]').check();
  await choose(writer, "utfall", "improved");
  await writer.locator('main [name="grunnlag"]').fill("Fra 12 til 6 i uka, og det har holdt seg");
  await writer.locator("main #send").click();
  await expect(writer).toHaveURL(/\/skriv\//);
  const text = new URL(writer.url()).pathname;
  await openAll(writer);
  await field(writer, /^Ingress/).fill("Lys langs gulvet gjorde nettene tryggere.");
  await writer.getByRole("group", { name: /^Tema/ }).getByRole("checkbox", { name: "Fall", exact: true }).check();
  const contact = writer.getByRole("group", { name: /^Kontakt/ });
  await contact.getByRole("textbox", { name: /^Rolle/ }).fill("fagutvikler");
  await contact.getByRole("textbox", { name: /^E-postadresse/ }).fill("netter@team.example");
  await button(writer, "Send til gjennomlesing").click();
  await expect(heading(writer, "Fra utkast til publisert")).toBeVisible();
  await button(writer, "Send til gjennomlesing").click();
  await expect(writer.getByText(/^Teksten er sendt til gjennomlesing/)).toBeVisible();
  await reader.goto(`${text}/steg`);
  await button(reader, "Godkjenn denne utgaven").click();
  // Parts are empty still: it is asked once.
  await expect(reader.getByRole("main")).toContainText("Dette mangler.");
  await button(reader, "Godkjenn denne utgaven").click();
  await expect(reader.getByRole("main")).toContainText(/Godkjent av /);
  await reader.goto(`${text}/steg`);
  await button(reader, "Publiser nå").click();
  // Parts are empty still: it is asked once.
  await expect(reader.getByRole("main")).toContainText("Dette mangler.");
  await button(reader, "Publiser nå").click();
  const seen = reader.getByRole("link", { name: "Slik leserne ser den nå" });
  await expect(seen).toBeVisible();
  return (await seen.getAttribute("href")) ?? "no address";
}

/** Another unit says that it takes it into use, and whoever speaks for the place says yes. */
async function adopt(page: Page, coordinator: Page, address: string, unit: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("link", { name: "Vi tar dette i bruk" }).first().click();
  await page.getByLabel(/^Kommune/).fill("Hamar");
  await page.getByLabel(/^Enhet/).fill(unit);
  await choose(page, "status", "in_use");
  await page.getByLabel(/^Siden når/).fill(typed(monday(2)));
  await page.locator("main #send").click();
  await expect(page.getByText("Venter på ja fra stedet")).toBeVisible();
  await coordinator.goto("/nb/bruk");
  const waits = coordinator.getByRole("listitem").filter({ hasText: unit });
  await waits.getByRole("button", { name: "Ja, det stemmer" }).click();
  await expect(coordinator.getByRole("status").first()).toBeVisible();
}

const WAYS = {
  "on a phone": { viewport: { width: 390, height: 844 }, javaScriptEnabled: true },
  "at a desk": { viewport: { width: 1280, height: 900 }, javaScriptEnabled: true },
  "without script": { viewport: { width: 390, height: 844 }, javaScriptEnabled: false },
};

for (const [where, { viewport, javaScriptEnabled }] of Object.entries(WAYS)) {
  test(`a year of numbers becomes a result that others take into use, ${where}`, async ({ open, site }, info) => {
    test.setTimeout(150_000);
    const title = `Tryggere netter ${where} ${info.project.name}`;
    const unit = `Prøveheimen ${where}`;
    const [rita, knut, mona] = await Promise.all([open({ viewport, javaScriptEnabled }), open({ javaScriptEnabled }), open({ viewport, javaScriptEnabled })]);
    await become(rita, "Rita Eksempel");
    await startWork(rita, { title, aim: "Færre skal falle om natta", measure: "Fall om natta", shape: "count", better: "lower", often: "week" });
    await expect(heading(rita, title)).toBeVisible();
    const work = new URL(rita.url()).pathname;
    await test.step("a year of numbers, and a signal in words", async () => {
      await paste(rita);
      const chart = rita.locator("figure.chart-figure").first();
      await expect(chart).toContainText("har sunket");
      await expect(chart).toContainText("flere enn tilfeldig variasjon tilsier");
      await expect(chart).toContainText("Det er en forbedring.");
    });
    await test.step("what was tried", () => tryOut(rita, work));
    await become(knut, "Knut Eksempel");
    const address = await test.step("it is published", () => publish(rita, knut, work));
    await mona.goto(address);
    await expect(mona.locator("figure.chart-figure").first()).toContainText("har sunket");
    await expect(mona.getByRole("main")).toContainText("Færre faller når de ser veien");
    // Somebody who has no role there: another says yes.
    await logIn(mona, site, `bruk-${info.testId}@kommune.example.org`);
    await test.step("another unit takes it into use", () => adopt(mona, knut, address, unit));
    await test.step("it is seen on the map and in the list", async () => {
      await mona.goto(`${address}/i-bruk`);
      await expect(mona.getByRole("main")).toContainText(unit);
      await expect(mona.locator("main svg").first()).toBeVisible();
      await mona.goto("/nb/tatt-i-bruk?kommune=3403");
      await expect(mona.getByRole("link", { name: new RegExp(`^${title}`) }).first()).toBeVisible();
      await mona.goto("/nb/prosjekter?sorter=bruk");
      await expect(mona.getByRole("main")).toContainText(title);
    });
  });
}
