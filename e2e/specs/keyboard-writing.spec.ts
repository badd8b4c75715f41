// With the keyboard alone from the front page to a published project, and one sees where one is all the way.
import type { Page } from "@playwright/test";
import { tabTo } from "../lib/focus";
import { heading } from "../lib/login";
import { expect } from "../lib/test";
import { test } from "../lib/windows";

test.use({ command: "demo", contextOptions: { reducedMotion: "reduce" } });

const TITLE = "Bare med tastene";
/** The editor is long. */
const MOST = 400;

async function go(page: Page, name: RegExp): Promise<void> {
  const here = await tabTo(page, name, MOST);
  expect.soft(here.faults).toEqual([]);
}

async function press(page: Page, name: RegExp): Promise<void> {
  await go(page, name);
  await page.keyboard.press("Enter");
}

async function type(page: Page, name: RegExp, words: string): Promise<void> {
  await go(page, name);
  await page.keyboard.type(words);
}

test("from the front page to a published project, with the keyboard alone", async ({ page: rita, open, site, request }) => {
  test.setTimeout(120_000);
  await test.step("in, by a code from the letter", async () => {
    await rita.goto("/nb/");
    await press(rita, /^a#.*«Logg inn»$/);
    await expect(heading(rita, "Logg inn")).toBeVisible();
    await type(rita, /^input#epost /, "editor@example.org");
    await rita.keyboard.press("Enter");
    await expect(heading(rita, "Skriv koden")).toBeVisible();
    const code = /^\d{6}(?=\r?$)/m;
    const letter = () => site.mails.with("editor@example.org").map(({ text }) => code.exec(text)?.[0]).findLast((one) => one);
    await expect.poll(letter).toBeDefined();
    await type(rita, /^input#kode /, letter() ?? "no code");
    await rita.keyboard.press("Enter");
    await expect(heading(rita, "Min side")).toBeVisible();
  });

  await test.step("a project is begun, written and handed in", async () => {
    await press(rita, /«Ny tekst»$/);
    await expect(heading(rita, "Ny tekst")).toBeVisible();
    await type(rita, /^select#kind /, "Prosjekt");
    await type(rita, /^input#title /, TITLE);
    await press(rita, /«Begynn å skrive»$/);
    await expect(heading(rita, TITLE)).toBeVisible();
    await type(rita, /^\w+#lead /, "Alt går uten mus.");
    await type(rita, /^textarea#facts-sections-background /, "Vi hadde bare tastaturet.");
    await rita.keyboard.press("Enter");
    await rita.keyboard.type("Og det holdt.");
    await press(rita, /«Send til gjennomlesing»$/);
    await expect(heading(rita, "Fra utkast til publisert")).toBeVisible();
    await press(rita, /«Send til gjennomlesing»$/);
    await expect(rita.getByText(/^Teksten er sendt til gjennomlesing/)).toBeVisible();
    await expect(rita.getByRole("main")).toContainText("Til gjennomlesing");
  });

  await test.step("another says yes to it", async () => {
    const geir = await open();
    await geir.goto("/nb/eksempelfolk");
    await press(geir, /«Bli Geir Eksempel»$/);
    await expect(heading(geir, "Min side")).toBeVisible();
    await expect(geir.getByRole("heading", { level: 2, name: TITLE })).toBeVisible();
    await press(geir, /«Les gjennom teksten»$/);
    await expect(heading(geir, "Fra utkast til publisert")).toBeVisible();
    await press(geir, /«Godkjenn denne utgaven»$/);
    await expect(geir.getByRole("main")).toContainText("Dette mangler.");
    await press(geir, /«Godkjenn denne utgaven»$/);
    await expect(geir.getByRole("main")).toContainText("Godkjent av Geir Eksempel");
  });

  await test.step("and it is published", async () => {
    await rita.reload();
    await press(rita, /«Publiser nå»$/);
    await expect(rita.getByRole("main")).toContainText("Dette mangler.");
    await press(rita, /«Publiser nå»$/);
    await expect(rita.getByRole("link", { name: "Slik leserne ser den nå" })).toBeVisible();
    await press(rita, /«Slik leserne ser den nå»$/);
    await expect(heading(rita, TITLE)).toBeVisible();
    const shown = await request.get(new URL(rita.url()).pathname);
    expect(shown.status()).toBe(200);
    expect(await shown.text()).toContain("Og det holdt.");
  });
});
