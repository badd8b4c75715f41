// From an invitation to a project in two languages, and on into the archive: with and without script, on both engines.
import type { Page } from "@playwright/test";
import { openAll } from "../lib/editor";
import { heading, logIn, setUpApp } from "../lib/login";
import { reach } from "../lib/reflow";
import type { Site } from "../lib/site";
import { expect } from "../lib/test";
import { test } from "../lib/windows";

const PHONE = { width: 390, height: 844 };
const TITLE = "Frokost når en våkner";
const IN_NYNORSK = "Frukost når ein vaknar";
const BACKGROUND = "Alle ble vekket klokka sju.";

const button = (page: Page, name: string | RegExp) => page.getByRole("main").getByRole("button", { name, exact: true });
const field = (page: Page, name: RegExp) => page.getByRole("main").getByRole("textbox", { name });

/** Logs in with the address that the invitation came to, and says yes to it. */
async function accept(page: Page, site: Site, address: string): Promise<void> {
  await expect.poll(() => site.mails.with(address).filter(({ text }) => text.includes("/nb/logg-inn")).length).toBe(1);
  await logIn(page, site, address);
  await button(page, /^Ja takk/).click();
  await expect(button(page, /^Ja takk/)).toHaveCount(0);
  await expect(heading(page, "Min side")).toBeVisible();
}

/** From the list of all roles to the first centre, and an invitation there. */
async function invite(page: Page, address: string, role: string): Promise<void> {
  await page.goto("/nb/tilgang");
  await page.getByRole("region", { name: "Sentrene" }).getByRole("link").first().click();
  await field(page, /^E-postadressen til den du inviterer/).fill(address);
  await page.getByRole("radio", { name: role }).check();
  await button(page, "Send invitasjonen").click();
  await expect(page.getByRole("region", { name: "Er invitert, men har ikke svart" })).toContainText(address);
}

/** Nothing that is written on a phone is to be moved sideways. */
async function fits(page: Page): Promise<void> {
  const { width, tooWide } = await reach(page, PHONE.width);
  expect.soft(width, `${page.url()}: ${tooWide.join("\n")}`).toBeLessThanOrEqual(PHONE.width);
}

async function write(page: Page): Promise<string> {
  await page.getByRole("main").getByRole("link", { name: "Ny tekst" }).click();
  await fits(page);
  await page.getByLabel(/^Hva slags tekst/).selectOption({ label: "Prosjekt" });
  await field(page, /^Tittel/).fill(TITLE);
  await button(page, "Begynn å skrive").click();
  await expect(heading(page, TITLE)).toBeVisible();
  await fits(page);
  await openAll(page);
  await field(page, /^Ingress/).fill("Beboerne spiser når de våkner.");
  await field(page, /^Bakgrunn/).fill(BACKGROUND);
  await field(page, /^Resultater/).fill("- Flere sover **hele** natta.");
  await page.getByRole("group", { name: /^Tema/ }).getByRole("checkbox", { name: "Ernæring", exact: true }).check();
  const contact = page.getByRole("group", { name: /^Kontakt/ });
  await contact.getByRole("textbox", { name: /^Rolle/ }).fill("kvalitetsrådgiver");
  await contact.getByRole("textbox", { name: /^E-postadresse/ }).fill("frokost@team.example");
  const text = new URL(page.url()).pathname;
  await fits(page);
  await button(page, "Forhåndsvis").click();
  await expect(page.getByRole("main").getByText("hele", { exact: true })).toBeVisible();
  await fits(page);
  await page.getByRole("link", { name: "Skriv videre" }).click();
  return text;
}

/** From the editor: what was written goes to whoever is to read it, who says yes, and out. */
async function publish(writer: Page, reviewer: Page, title: string): Promise<void> {
  await button(writer, "Send til gjennomlesing").click();
  await expect(heading(writer, "Fra utkast til publisert")).toBeVisible();
  await expect(writer.getByRole("main")).toContainText("Dette sender du");
  await fits(writer);
  await button(writer, "Send til gjennomlesing").click();
  await expect(writer.getByText(/^Teksten er sendt til gjennomlesing/)).toBeVisible();
  await expect(writer.getByRole("main")).toContainText("Til gjennomlesing");
  await fits(writer);
  await reviewer.goto("/nb/min-side");
  await expect(reviewer.getByRole("heading", { level: 2, name: title })).toBeVisible();
  await reviewer.getByRole("link", { name: "Les gjennom teksten" }).click();
  await reviewer.getByRole("link", { name: "Forhåndsvis" }).click();
  await expect(heading(reviewer, title)).toBeVisible();
  await reviewer.goBack();
  await button(reviewer, "Godkjenn denne utgaven").click();
  // Parts are empty still: it is asked once.
  await expect(reviewer.getByRole("main")).toContainText("Dette mangler.");
  await button(reviewer, "Godkjenn denne utgaven").click();
  await expect(reviewer.getByRole("main")).toContainText(/Godkjent av /);
  await writer.goto(writer.url());
  await button(writer, "Publiser nå").click();
  // Parts are empty still: it is asked once.
  await expect(writer.getByRole("main")).toContainText("Dette mangler.");
  await button(writer, "Publiser nå").click();
  await expect(writer.getByRole("main").getByRole("link", { name: "Slik leserne ser den nå" })).toBeVisible();
}

async function publicAddress(page: Page): Promise<string> {
  return (await page.getByRole("link", { name: "Slik leserne ser den nå" }).getAttribute("href")) ?? "no address";
}

async function translate(page: Page, text: string): Promise<string> {
  await page.goto(`${text}/sprak`);
  await page.getByRole("radio", { name: "Nynorsk" }).check();
  await field(page, /^Tittelen på det nye språket/).fill(IN_NYNORSK);
  await page.getByRole("radio", { name: "Av et menneske" }).check();
  await button(page, "Begynn på oversettelsen").click();
  await expect(heading(page, IN_NYNORSK)).toBeVisible();
  await expect(page.getByRole("region", { name: "Originalen" })).toContainText(BACKGROUND);
  await openAll(page);
  await field(page, /^Ingress/).fill("Bebuarane et når dei vaknar.");
  await field(page, /^Bakgrunn/).fill("Alle vart vekte klokka sju.");
  const address = new URL(page.url()).pathname;
  await fits(page);
  return address;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("an invitation becomes a project in two languages, and the project history", async ({ page: reader, open, site }, info) => {
      test.setTimeout(120_000);
      const address = (who: string) => `${who}-${info.testId}@senter.example.org`;
      const [anne, rita, geir] = await Promise.all([open(), open({ viewport: PHONE }), open()]);

      await test.step("the first administrator is invited by a command, and invites a writer and a reviewer", async () => {
        await site.tell("people", "invite", "--administrator", address("anne"), "--public-url", site.url);
        await accept(anne, site, address("anne"));
        // A mailbox alone is not enough to give roles away.
        expect((await anne.goto("/nb/tilgang"))?.status()).toBe(403);
        await setUpApp(anne);
        await invite(anne, address("rita"), "Redaktør");
        await invite(anne, address("geir"), "Gjennomleser");
        await Promise.all([accept(rita, site, address("rita")), accept(geir, site, address("geir"))]);
        await setUpApp(geir);
      });

      await rita.goto("/nb/min-side");
      const text = await test.step("a project is written on a phone", () => write(rita));
      await test.step("nobody says yes to what they have written, nor publishes what nobody has read", async () => {
        await rita.goto(`${text}/steg`);
        await expect(button(rita, "Godkjenn denne utgaven")).toHaveCount(0);
        await expect(button(rita, "Publiser nå")).toHaveCount(0);
        expect((await reader.goto(text))?.status()).toBe(403);
        await rita.goto(text);
      });
      await test.step("another reads it, and it is published", () => publish(rita, geir, TITLE));
      const original = await publicAddress(rita);
      await reader.goto(original);
      await expect(heading(reader, TITLE)).toBeVisible();
      await expect(reader.getByRole("main")).toContainText(BACKGROUND);
      await expect(reader.getByRole("main")).toContainText("kvalitetsrådgiver");
      await expect(reader.getByRole("main")).not.toContainText("frokost@team.example");

      const inNynorsk = await test.step("it is translated, and the translation published", async () => {
        const translation = await translate(rita, text);
        await publish(rita, geir, IN_NYNORSK);
        await reader.reload();
        await reader.getByRole("navigation", { name: "Språk", exact: true }).getByRole("link", { name: "Nynorsk" }).click();
        await expect(heading(reader, IN_NYNORSK)).toBeVisible();
        await expect(reader.getByRole("main")).toContainText("Alle vart vekte klokka sju.");
        return translation;
      });
      await expect(reader.getByRole("main")).not.toContainText("originalen er endra etterpå");

      await test.step("the original moves on, and both who write and who read are told that the translation has not", async () => {
        await rita.goto(text);
        await openAll(rita);
        await field(rita, /^Bakgrunn/).fill("Alle ble vekket klokka seks.");
        await publish(rita, geir, TITLE);
        await rita.goto(inNynorsk);
        await expect(rita.getByRole("main")).toContainText("Originalen er publisert på nytt etter at dette ble oversatt.");
        await rita.getByRole("link", { name: "Se hva som er endret" }).click();
        const changed = rita.getByRole("region", { name: "Originalen er endret" });
        await expect(changed.getByRole("deletion").first()).toContainText("sju");
        await expect(changed.getByRole("insertion").first()).toContainText("seks");
        await reader.reload();
        await expect(reader.getByRole("main")).toContainText("originalen er endra etterpå");
      });

      await test.step("it is put into the archive, where it can still be read", async () => {
        await reader.goto("/nb/prosjekter?sorter=tittel&tema=ernaering");
        await expect(reader.getByRole("link", { name: TITLE })).toBeVisible();
        await rita.goto(`${text}/steg`);
        await rita.getByRole("link", { name: "Flytt til arkivet" }).click();
        await expect(rita.getByRole("form", { name: "Flytte teksten til arkivet?" })).toContainText("Historisk arkiv");
        await field(rita, /^Hvorfor/).fill("En ny tekst sier det bedre.");
        await fits(rita);
        await button(rita, "Flytt til arkivet").click();
        await expect(rita.getByRole("main")).toContainText("I arkivet");
        await reader.reload();
        await expect(reader.getByRole("link", { name: TITLE })).toHaveCount(0);
        await reader.goto(original);
        await expect(heading(reader, TITLE)).toBeVisible();
        await expect(reader.getByRole("complementary", { name: "Historisk arkiv" })).toBeVisible();
      });
    });
  });
}
