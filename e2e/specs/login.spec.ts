// Logging in by a code from a real letter; on both engines.
import { codeFor, heading, setUpApp } from "../lib/login";
import { expect, test } from "../lib/test";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("somebody logs in, says their name and logs out", async ({ page, context, site }, info) => {
      const address = `kari-${info.project.name}-${javaScriptEnabled}@kommune.example.org`;
      const code = await codeFor(page, site, address);
      await page.getByLabel("Kode").fill("12345");
      await page.getByRole("button", { name: "Logg inn" }).click();
      await expect(page).toHaveTitle(/^Feil: /);
      await expect(page.getByRole("group", { name: /Du må rette 1 feil/ })).toContainText("seks sifre");
      await page.getByLabel("Kode").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
      await page.getByRole("button", { name: "Logg inn" }).click();
      await expect(heading(page, "Min side")).toBeVisible();
      const cookies = (await context.cookies()).map(({ name, httpOnly, secure }) => ({ name, httpOnly, secure }));
      expect(cookies.sort((a, b) => a.name.localeCompare(b.name))).toEqual([
        { name: "__Host-kjent", httpOnly: true, secure: true },
        { name: "__Host-okt", httpOnly: true, secure: true },
      ]);

      await page.getByLabel("Navn").fill("Kari Prøve");
      await page.getByRole("button", { name: "Lagre navnet" }).click();
      await page.goto("/nb/prosjekter");
      await expect(page.getByRole("banner").getByRole("link", { name: "Min side" })).toBeVisible();
      await expect(page.getByRole("contentinfo")).toContainText("Kari Prøve");
      // The bar has all of the menu, and the way out and the languages are folded in it.
      const bar = page.getByRole("banner");
      await expect(bar.getByRole("link", { name: "Sentre" })).toBeVisible();
      await bar.getByText("Meny", { exact: true }).click();
      await expect(bar.getByRole("link", { name: "Nynorsk" })).toBeVisible();
      await bar.getByRole("button", { name: "Logg ut" }).click();
      await expect(page).toHaveURL(/\/nb\/(\?gjort=ut)?$/);
      await expect(page.getByRole("button", { name: "Logg ut" })).toHaveCount(0);
      expect((await context.cookies()).map(({ name }) => name)).toEqual(["__Host-kjent"]);
      await page.goto("/nb/min-side");
      await expect(heading(page, "Du har ikke tilgang")).toBeVisible();
    });
  });
}

test.describe("the second step without script", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody sets up an app as a second step, and comes in by a recovery code", async ({ page, site }, info) => {
    const address = `ola-${info.project.name}@kommune.example.org`;
    const enter = async () => {
      await page.getByLabel("Kode").fill(await codeFor(page, site, address));
      await page.getByRole("button", { name: "Logg inn" }).click();
    };
    await enter();
    await setUpApp(page);
    const recovery = (await page.locator("main li > code").first().textContent()) ?? "";
    await page.getByRole("link", { name: "Jeg har tatt vare på dem" }).click();
    await page.getByRole("button", { name: "Logg ut" }).click();
    await expect(page).toHaveURL(/\/nb\/(\?gjort=ut)?$/);
    await enter();
    await expect(heading(page, "Ett trinn til")).toBeVisible();
    await page.getByLabel("Kode fra appen").fill("000000");
    await page.getByRole("button", { name: "Fortsett" }).click();
    await expect(page).toHaveTitle(/^Feil: /);
    await page.getByLabel("Kode fra appen").fill("");
    await page.getByLabel("Reservekode").fill(recovery);
    await page.getByRole("button", { name: "Fortsett" }).click();
    await expect(heading(page, "Min side")).toBeVisible();
  });
});
