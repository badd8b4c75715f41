// Two people in two browsers write in one text at once: no word of either is lost. On both engines.
import type { Page } from "@playwright/test";
import { lead, status } from "../lib/editor";
import { become, heading } from "../lib/login";
import { expect } from "../lib/test";
import { test } from "../lib/windows";

test.use({ command: "demo" });

const save = (page: Page) => page.getByRole("button", { name: "Lagre", exact: true });

/** What somebody does who sees both texts: they take along what both wrote. */
async function join(page: Page, both: string): Promise<void> {
  await expect(heading(page, "To tekster er lagret samtidig")).toBeVisible();
  const shown = page.getByRole("region", { name: "Ingress" });
  for (const word of both.split(" ")) await expect(shown).toContainText(word);
  await page.getByRole("radio", { name: "Begge deler, etter hverandre" }).check();
  await page.getByRole("button", { name: "Sett sammen og lagre" }).click();
  await expect(lead(page)).toHaveValue(both);
  await expect(status(page)).toHaveText(/^Lagret /);
}

test("two browsers on one text: no word of either is lost", async ({ open }, info) => {
  const [rita, siri] = await Promise.all([open(), open()]);
  await Promise.all([become(rita, "Rita Eksempel"), become(siri, "Siri Eksempel")]);
  await rita.goto("/nb/skriv/ny");
  await rita.getByLabel(/^Hva slags tekst/).selectOption({ label: "Nyhet" });
  await rita.getByRole("textbox", { name: /^Tittel/ }).fill(`Sammen ${info.testId}`);
  await rita.getByRole("button", { name: "Begynn å skrive" }).click();
  await expect(heading(rita, `Sammen ${info.testId}`)).toBeVisible();
  const path = new URL(rita.url()).pathname;
  // So that nobody has to wait until the script saves.
  await siri.clock.install();
  await siri.goto(path);
  await expect(siri.locator("[data-editor-others]")).toContainText("Rita Eksempel");

  // Both type before either saves; hers is saved first, and the other is told by herself while she writes.
  await lead(rita).pressSequentially("eple pære");
  await lead(siri).pressSequentially("banan plomme");
  await save(rita).click();
  await expect(status(rita)).toHaveText(/^Lagret /);
  await siri.clock.fastForward(5_000);
  await expect(status(siri)).toHaveText(/^Ikke lagret: noen andre har lagret samtidig/);
  await expect(lead(siri)).toHaveValue("banan plomme");

  // She joins them, while the first goes on in what she has before her, and is met by the button.
  await siri.getByRole("link", { name: "Se dem side om side" }).click();
  await join(siri, "eple pære banan plomme");
  await lead(rita).fill("eple pære kirsebær");
  await save(rita).click();
  await join(rita, "eple pære banan plomme kirsebær");

  await siri.goto(path);
  for (const word of ["eple", "pære", "kirsebær", "banan", "plomme"]) await expect(lead(siri)).toHaveValue(new RegExp(word));
  await expect(siri.getByRole("main")).not.toContainText("Begge er tatt vare på");
});
