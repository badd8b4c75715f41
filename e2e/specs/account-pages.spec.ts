// The pages that only those see who are logged in, as an example person of the demo sees them.
import { NARROW, breachesInEveryLook } from "../lib/axe";
import { invalid } from "../lib/html";
import { become, heading } from "../lib/login";
import { reach } from "../lib/reflow";
import { expect, test } from "../lib/test";

test.use({ command: "demo" });

/** One of the example people that the demo has made. */
const ADMINISTRATOR = "Anne Eksempel";

test("pages of those who are logged in are for all to use", async ({ page }) => {
  test.setTimeout(180_000);
  await become(page, ADMINISTRATOR);
  await page.goto("/nb/tilgang");
  const centre = await page.getByRole("listitem").getByRole("link", { name: /USHT|Utviklingssenter/ }).first().getAttribute("href");
  for (const path of ["/nb/min-side", "/nb/min-side/okter", "/nb/min-side/trinn-to", "/nb/min-side/logg", "/nb/min-side/personvern", "/nb/min-side/slett", "/nb/min-side/varsler", "/nb/min-side/rolle", "/nb/min-side/rolle?sted=oslo", "/nb/malform", "/nb/tilgang", "/nb/rettigheter", "/nb/logg", "/nb/meldte-hindre", "/nb/brev-som-ikke-kom-fram", "/nb/sok/uten-treff", "/nb/register/synonymer?ord=frokost", "/nb/stryk", "/nb/min-side/varsler?gjort=lagret", centre ?? "no centre", `${centre}/arkiv`]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    expect.soft(await invalid((await answer?.text()) ?? ""), path).toEqual([]);
    await page.setViewportSize({ width: NARROW, height: 640 });
    const { width, tooWide } = await reach(page, NARROW);
    expect.soft(width, `${path}: ${tooWide.join("\n")}`).toBeLessThanOrEqual(NARROW);
    expect.soft(await breachesInEveryLook(page), path).toEqual([]);
  }
});

test("what is to be struck is found, looked at and asked about on pages for all to use", async ({ page }) => {
  test.setTimeout(120_000);
  await become(page, ADMINISTRATOR);
  await page.goto("/nb/tilgang");
  await page.getByRole("link", { name: "Stryk ord eller en fil fra alle utgaver" }).click();
  await expect(heading(page, "Stryk fra historikken")).toBeVisible();
  await page.getByRole("textbox", { name: /^Hva skal strykes/ }).fill("hjemmetjenesten");
  await page.getByRole("button", { name: "Finn ut hvor det står" }).click();
  const found = page.getByRole("button", { name: /^Se på denne/ });
  await expect(found.first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "Utenfor tekstene" })).toBeVisible();
  expect(await breachesInEveryLook(page)).toEqual([]);
  await found.first().click();
  await expect(heading(page, "Se før du stryker")).toBeVisible();
  expect(await breachesInEveryLook(page)).toEqual([]);
  // Nothing goes without a reason and a yes.
  await page.getByRole("button", { name: "Stryk for godt" }).click();
  await expect(page.getByRole("main")).toContainText("Kryss av for at du vet at det ikke kan gjøres om");
  expect(await breachesInEveryLook(page)).toEqual([]);
});

test("what waits is told in the masthead, and comes first on one's own page", async ({ page }, info) => {
  const title = `Frokost i ro, ${info.project.name}`;
  await become(page, "Rita Eksempel");
  await page.goto("/nb/skriv/ny");
  await page.getByLabel(/^Hva slags tekst/).selectOption({ label: "Nyhet" });
  await page.getByLabel(/^Hvem teksten hører til/).selectOption({ index: 1 });
  await page.getByRole("textbox", { name: /^Tittel/ }).fill(title);
  await page.getByRole("button", { name: "Begynn å skrive" }).click();
  await expect(heading(page, title)).toBeVisible();
  await page.goto(`${new URL(page.url()).pathname}/steg`);
  await page.getByRole("button", { name: "Send til gjennomlesing" }).click();
  await page.goto("/nb/min-side");
  await expect(page.getByRole("region", { name: "Det du skriver" })).toContainText(title);

  await become(page, "Geir Eksempel");
  await page.goto("/nb/prosjekter");
  await page.getByRole("banner").getByRole("link", { name: /^Min side \d+ venter på deg$/ }).click();
  await expect(heading(page, "Min side")).toBeVisible();
  await expect(page.getByRole("main")).toContainText(title);
  expect(await breachesInEveryLook(page)).toEqual([]);
  // One thing has the button; the rest are links.
  await page.getByRole("link", { name: "Les gjennom teksten" }).click();
  await expect(page).toHaveURL(/\/nb\/skriv\/[^/]+\/steg$/);
});
