// Looking back: a page as it was, what its versions changed, and what is kept only as history.
import { VERSIONS } from "../lib/pages";
import { expect, test } from "../lib/test";

for (const script of [true, false]) {
  test.describe(script ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled: script });

    test("a reader looks back at a page and returns to now", async ({ page }) => {
      await page.goto(VERSIONS);
      await page.getByRole("link", { name: "Se alle 3 utgaver" }).click();
      await expect(page.getByRole("heading", { level: 2, name: /^Utgave/ })).toHaveText(["Utgave 3", "Utgave 2", "Utgave 1"]);
      await page.getByRole("link", { name: "Se endringene i utgave 2" }).click();
      await expect(page.locator("ins").filter({ hasText: "Radioen er av." })).toBeVisible();
      await expect(page.locator("del").filter({ hasText: "maten" })).toBeVisible();
      await page.getByRole("link", { name: "Tilbake til alle utgaver" }).click();
      await page.getByLabel("Les siden slik den var").fill("2017-06-01");
      await page.getByRole("button", { name: "Vis siden" }).click();
      await expect(page).toHaveURL(`${VERSIONS}?per=2017-06-01`);
      await expect(page.getByRole("heading", { level: 1, name: "Råd om maten" })).toBeVisible();
      await expect(page.getByText("Du ser siden slik den var 1. juni 2017.")).toBeVisible();
      await page.getByRole("link", { name: "Gå til siden slik den er nå" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Råd om måltider" })).toBeVisible();
    });

    test("history is out of the list until it is asked for", async ({ page }) => {
      await page.goto("/nb/nyheter");
      const old = page.getByRole("link", { name: "Nytt senter åpnet dørene" });
      await expect(old).toHaveCount(0);
      await page.getByRole("link", { name: /Ta også med .* historiske arkivet/ }).click();
      await expect(old).toBeVisible();
      await old.click();
      await expect(page.getByText("Publisert under Regjeringen Prøve I.")).toBeVisible();
      await expect(page.getByText("blir ikke oppdatert")).toBeVisible();
    });
  });
}
