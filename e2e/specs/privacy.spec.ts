// What is held on a person: seen, taken home, and erased after a while to think again; and reports of what can't be used.
import { codeFor, heading } from "../lib/login";
import { expect, test } from "../lib/test";

const HUMAN = 2_500;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("somebody sees what is held on them, asks to be erased and thinks again", async ({ page, site }, info) => {
      const address = `slett-${info.project.name}-${javaScriptEnabled}@kommune.example.org`;
      await page.getByLabel("Kode").fill(await codeFor(page, site, address));
      await page.getByRole("button", { name: "Logg inn" }).click();
      await page.getByRole("link", { name: "Se, last ned og slett det vi har lagret om deg" }).click();
      await expect(heading(page, "Det vi har lagret om deg")).toBeVisible();
      await expect(page.getByRole("main")).toContainText(address);
      const taken = page.waitForEvent("download");
      await page.getByRole("link", { name: "Last ned alt (JSON)" }).click();
      expect((await taken).suggestedFilename()).toBe("mine-opplysninger.json");

      await page.getByRole("link", { name: "Slett kontoen min" }).click();
      await page.getByRole("button", { name: "Slett kontoen" }).click();
      await expect(page).toHaveTitle(/^Feil: /);
      await page.getByLabel("Ingen: slett dem som bare jeg har skrevet i").check();
      await page.getByLabel("Ja, slett kontoen min").check();
      await page.getByRole("button", { name: "Slett kontoen" }).click();
      await page.getByRole("button", { name: "Behold kontoen" }).click();
      await expect(page.getByRole("button", { name: "Behold kontoen" })).toHaveCount(0);
      await expect.poll(() => site.mails.with(address).length).toBe(3);
    });

    test("somebody reports what they can't use, from the page where it was", async ({ page }) => {
      await page.goto("/nb/prosjekter");
      await page.getByRole("contentinfo").getByRole("link", { name: "Meld fra om noe du ikke får brukt" }).click();
      await expect(page.getByLabel("Hvilken side gjelder det?")).toHaveValue("/nb/prosjekter");
      await page.getByRole("button", { name: "Send meldingen" }).click();
      await expect(page).toHaveTitle(/^Feil: /);
      await page.getByLabel("Hva fikk du ikke til?").fill("Filtrene kan ikke åpnes med tastaturet.");
      await page.waitForTimeout(HUMAN);
      await page.getByRole("button", { name: "Send meldingen" }).click();
      await expect(heading(page, "Meldingen er mottatt")).toBeVisible();
    });
  });
}
