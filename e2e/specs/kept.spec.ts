// What a browser keeps of what was written until it is safe, and what writers are told meanwhile.
import type { Page } from "@playwright/test";
import { begin, lead, savedBy, status } from "../lib/editor";
import { logIn } from "../lib/login";
import { expect, test } from "../lib/test";

/** Somebody else in each test: only so many codes go to one address in an hour. */
let writer = "";

test.beforeEach(({}, info) => {
  writer = `behold-${info.testId}@kommune.example.org`;
});

/** A tab that goes without a word, as when a browser is killed: one that is closed sends what it can. */
async function killed(page: Page): Promise<void> {
  await page.evaluate(() => Object.defineProperty(document, "visibilityState", { get: () => "visible" }));
  await page.close();
}

test("what the browser kept stays there until they have said what to do with it, also when they write on", async ({ page, context, site }) => {
  await logIn(page, site, writer);
  const path = await begin(page, "Skrevet videre");
  await context.setOffline(true);
  await page.locator("#body").fill("Teksten fra uten nett.");
  await expect(status(page)).toHaveText(/^Ikke lagret: får ikke kontakt/, { timeout: 20_000 });
  await killed(page);
  await context.setOffline(false);
  const again = await context.newPage();
  const kept = again.locator("[data-editor-kept]");
  await again.goto(path);
  await expect(kept).toBeVisible();
  // They do not answer, and write on.
  await savedBy(again, () => lead(again).fill("Ingressen etterpå."));
  await again.goto(path);
  await expect(kept).toBeVisible();
  await lead(again).fill("Ingressen enda senere.");
  // What is not sent yet when they do answer is joined with what comes back.
  await again.getByRole("button", { name: "Hent den fram" }).click();
  await expect(again.locator("#body")).toHaveValue("Teksten fra uten nett.");
  await expect(status(again)).toHaveText(/^Lagret /, { timeout: 20_000 });
  await again.goto(path);
  await expect(again.locator("#body")).toHaveValue("Teksten fra uten nett.");
  await expect(lead(again)).toHaveValue("Ingressen enda senere.");
  await expect(kept).toBeHidden();
  await again.close();
});

test("two tabs without a net keep each their own, and the newest is offered first", async ({ page, context, site }) => {
  await logIn(page, site, writer);
  const path = await begin(page, "To faner uten nett");
  const other = await context.newPage();
  await other.goto(path);
  await context.setOffline(true);
  for (const [tab, words] of [[page, "Fra den første."], [other, "Fra den andre."]] as const) {
    await tab.bringToFront();
    await lead(tab).fill(words);
    await expect(status(tab)).toHaveText(/^Ikke lagret: får ikke kontakt/, { timeout: 20_000 });
    await killed(tab);
  }
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(path);
  await again.getByRole("button", { name: "Hent den fram" }).click();
  await expect(lead(again)).toHaveValue("Fra den andre.");
  await expect(status(again)).toHaveText(/^Lagret /, { timeout: 20_000 });
  await again.goto(path);
  await again.getByRole("button", { name: "Hent den fram" }).click();
  await expect(lead(again)).toHaveValue("Fra den første.");
  await again.close();
});

test("a number that is said to be none at once is saved, and nothing is said to be left", async ({ page, site }) => {
  await logIn(page, site, writer);
  const path = await begin(page, "Ingen falsk alarm");
  await page.locator("#unntak-tall").evaluate((field) => field.closest("details")?.setAttribute("open", ""));
  await lead(page).fill("Konto 03851598730");
  await page.locator("#unntak-tall").fill("038515 98730");
  await page.getByLabel("Hva er tallet?").fill("Kontonummeret til kurset");
  await page.getByRole("button", { name: "Lagre", exact: true }).click();
  await expect(page.locator("[data-receipt]")).toHaveText("Utkastet er lagret.");
  await expect(lead(page)).toHaveValue("Konto 03851598730");
  await expect(page.locator("[data-editor-kept]")).toBeHidden();
  await page.goto(path);
  await expect(page.locator("[data-editor-kept]")).toBeHidden();
});

test("a table that is being written is saved as the text is, and thrown away only when they say so", async ({ page, context, site }) => {
  await logIn(page, site, writer);
  const path = await begin(page, "Tabell under arbeid");
  const body = page.locator("#body");
  await body.fill("Slik gikk det.");
  const open = (tab: Page) => tab.getByRole("toolbar", { name: "Utforming" }).first().getByRole("button", { name: "Tabell" }).click();
  await open(page);
  await savedBy(page, () => page.getByLabel("rad 1, kolonne 1").fill("Måned"));
  page.once("dialog", (dialog) => void dialog.accept());
  await savedBy(page, () => page.keyboard.press("Escape"));
  await expect(body).toHaveValue("Slik gikk det.");
  await open(page);
  await savedBy(page, async () => {
    await page.getByLabel("rad 1, kolonne 1").fill("Måned");
    await page.getByLabel("rad 2, kolonne 1").fill("Mars");
  });
  // The tab goes with the window open.
  await page.close();
  const again = await context.newPage();
  await again.goto(path);
  await expect(again.locator("#body")).toHaveValue(/^Slik gikk det\.\n\n\| Måned \|  \|\n\| --- \| --- \|\n\| Mars \|  \|/);
  await again.close();
});

test("who changes what is public is told at once that it is a draft, and what readers have", async ({ page, site }) => {
  await logIn(page, site, writer);
  const path = await begin(page, "Mens leserne venter");
  // As it stands with what is public.
  await page.route(new RegExp(`${path}$`), async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/(data-editor-readers>)/, "$1Leserne ser utgaven fra i går.");
    await route.fulfill({ response: answer, body });
  });
  await page.locator("[data-editor-stage]").evaluate((tag) => (tag.textContent = "Publisert"));
  await savedBy(page, async () => {
    await page.locator("#title").fill("Mens de venter");
    await lead(page).fill("Noe nytt.");
  });
  await expect(page.locator("[data-editor-stage]")).toHaveText("Utkast");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mens de venter");
  await expect(page.locator("[data-editor-readers]")).toHaveText("Leserne ser utgaven fra i går.");
  await expect(page.getByText("Det du skriver, lagres av seg selv.")).toBeVisible();
});

test("who is logged out while they write is led to the log-in beside the text", async ({ page, context, site }) => {
  await logIn(page, site, writer);
  const path = await begin(page, "Logget ut imens");
  await context.clearCookies({ name: "__Host-okt" });
  await lead(page).fill("Skrevet uten økt.");
  await expect(status(page)).toHaveText(/^Ikke lagret: du er logget ut/, { timeout: 20_000 });
  const link = status(page).getByRole("link", { name: "Logg inn i en ny fane" });
  await expect(link).toHaveAttribute("href", "/nb/logg-inn");
  const opened = context.waitForEvent("page");
  await link.click();
  await (await opened).close();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await expect(lead(page)).toHaveValue("Skrevet uten økt.");
});

test("what is typed in a text that is thrown away meanwhile is told of, shown on one's own page, and kept as a draft", async ({ page, context, site }) => {
  await logIn(page, site, writer);
  const path = await begin(page, "Kastes imens");
  const other = await context.newPage();
  await other.goto(`${path}/kast`);
  await other.locator("main form button[value=kast]").click();
  await expect(other.getByText("Teksten er kastet.")).toBeVisible();
  await page.bringToFront();
  await lead(page).fill("Skrevet etterpå.");
  await expect(status(page)).toHaveText(/^Ikke lagret: teksten finnes ikke lenger/, { timeout: 20_000 });
  // Who logs out is shown it first.
  await other.bringToFront();
  await other.goto("/nb/prosjekter");
  await other.locator("form[data-leave] button").last().click();
  await expect(other).toHaveURL(/\/nb\/min-side#beholdt$/);
  const kept = other.locator("[data-lost]");
  await expect(kept.getByRole("heading", { name: "Det du skrev, og ikke fikk lagret" })).toBeVisible();
  await expect(kept.locator("textarea")).toHaveValue(/Skrevet etterpå\./);
  await page.bringToFront();
  await page.locator("#send").click();
  await expect(page.getByRole("heading", { level: 1, name: "Teksten finnes ikke lenger" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Ingress" })).toHaveValue("Skrevet etterpå.");
  await page.getByRole("button", { name: "Behold som et nytt utkast" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Kastes imens" })).toBeVisible();
  expect(new URL(page.url()).pathname).not.toBe(path);
  await expect(lead(page)).toHaveValue("Skrevet etterpå.");
  await other.reload();
  await expect(other.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(kept).toBeHidden();
  await other.close();
});

test("the button that saves leads nobody out of the text when there is no net", async ({ page, context, site }) => {
  await logIn(page, site, writer);
  const path = await begin(page, "Lagret uten nett");
  await context.setOffline(true);
  await lead(page).fill("Skrevet uten nett.");
  await page.locator("#send").click();
  await expect(status(page)).toHaveText(/^Ikke lagret: får ikke kontakt/, { timeout: 20_000 });
  expect(new URL(page.url()).pathname).toBe(path);
  await expect(lead(page)).toHaveValue("Skrevet uten nett.");
  await context.setOffline(false);
  await expect(status(page)).toHaveText(/^Lagret /, { timeout: 30_000 });
  // With the net it leads on as before.
  await page.locator("#send").click();
  await expect(page.getByText("Utkastet er lagret.")).toBeVisible();
  await expect(lead(page)).toHaveValue("Skrevet uten nett.");
});
