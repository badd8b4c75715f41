// Tools, packages, events, publications and themes: found, read, taken home, and led on from; with and without script.
import { EVENT, TOOL } from "../lib/pages";
import { expect, test } from "../lib/test";

for (const script of [true, false]) {
  test.describe(script ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled: script });

    test("a reader finds a tool, takes its file home and sees how to start", async ({ page, request }) => {
      await page.goto("/nb/verktoy");
      const type = page.getByRole("group", { name: "Type verktøy" }).getByRole("checkbox", { name: /^Sjekkliste/ });
      await type.check();
      if (!script) await page.getByRole("button", { name: "Vis treff" }).click();
      await expect(page).toHaveURL(/type=checklist/);
      await page.getByRole("link", { name: "Sjekkliste for rolige måltider" }).click();
      await expect(page).toHaveURL(new RegExp(`${TOOL}$`));

      const file = page.getByRole("link", { name: "Sjekkliste til utskrift" });
      const answer = await request.get((await file.getAttribute("href")) ?? "");
      expect(answer.headers()["content-disposition"]).toBe('attachment; filename="sjekkliste.docx"');
      expect(answer.headers()["x-content-type-options"]).toBe("nosniff");
      expect((await answer.body()).subarray(0, 2).toString()).toBe("PK");

      await expect(page.getByRole("region", { name: "Brukt i" }).getByRole("link")).not.toHaveCount(0);
      await page.getByRole("link", { name: "Slik kommer dere i gang" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Ta det i bruk hos dere" })).toBeVisible();
      await expect(page.getByText("Begynn med ett bord.")).toBeVisible();
      await page.getByRole("link", { name: "Spør dem som står bak" }).click();
      await expect(page).toHaveURL(new RegExp(`${TOOL}/kontakt$`));
    });

    test("events to come stand first, and those that have been are a click away", async ({ page }) => {
      await page.goto("/nb/arrangementer");
      await expect(page.getByRole("link", { name: "Nettmøte om måltider" })).toBeVisible();
      await expect(page.getByRole("link", { name: "Samling som har vært" })).toHaveCount(0);
      await page.getByRole("link", { name: "Tidligere" }).click();
      await expect(page.getByRole("link", { name: "Samling som har vært" })).toBeVisible();
      await page.goto(EVENT);
      await expect(page.getByText("Arrangementet er avlyst.")).toBeVisible();
      await expect(page.getByText("kl. 12.00–12.30").first()).toBeVisible();
    });

    test("a publication is read chapter by chapter", async ({ page }) => {
      await page.goto("/nb/publikasjoner/e2e-veileder");
      await expect(page.getByText("Ikke oppgitt").first()).toBeVisible();
      await page.getByRole("navigation", { name: "Innhold" }).getByRole("link", { name: "Formål" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Formål" })).toBeVisible();
      await page.getByRole("link", { name: /^Neste/ }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Metode" })).toBeVisible();
      await page.getByRole("link", { name: "Les hele publikasjonen på én side" }).click();
      await expect(page.getByRole("heading", { level: 2, name: "Måling" })).toBeVisible();
    });

    test("a theme gathers everything of it", async ({ page }) => {
      await page.goto("/nb/tema");
      await page.getByRole("main").getByRole("link", { name: "Ernæring", exact: true }).click();
      for (const name of ["Prosjekter", "Verktøy", "Opplæringspakker", "Publikasjoner", "Arrangementer"]) {
        await expect(page.getByRole("heading", { level: 2, name, exact: true })).toBeVisible();
      }
      await page.getByRole("main").getByRole("link", { name: /^\d+ verktøy$/ }).click();
      await expect(page).toHaveURL(/\/nb\/verktoy\?tema=ernaering$/);
    });
  });
}
