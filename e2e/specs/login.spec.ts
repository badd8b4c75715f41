// Logging in by a code from a real letter, and the pages that only those see who are logged in; on both engines.
import { NARROW, breachesInEveryLook } from "../lib/axe";
import { invalid } from "../lib/html";
import { codeFor, heading, logIn } from "../lib/login";
import { reach } from "../lib/reflow";
import { expect, test } from "../lib/test";

/** One of the example people that the demo has made. */
const ADMINISTRATOR = "administrator@example.org";

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
      await expect(page.getByRole("banner").getByRole("link", { name: "Min side (Kari Prøve)" })).toBeVisible();
      await page.getByRole("button", { name: "Logg ut" }).click();
      await expect(page).toHaveURL(/\/nb\/$/);
      await expect(page.getByRole("button", { name: "Logg ut" })).toHaveCount(0);
      expect((await context.cookies()).map(({ name }) => name)).toEqual(["__Host-kjent"]);
      await page.goto("/nb/min-side");
      await expect(heading(page, "Du har ikke tilgang")).toBeVisible();
    });
  });
}

test("pages of those who are logged in are for all to use", async ({ page, site }) => {
  test.setTimeout(180_000);
  await logIn(page, site, ADMINISTRATOR);
  await page.goto("/nb/tilgang");
  const centre = await page.getByRole("listitem").getByRole("link", { name: /USHT|Utviklingssenter/ }).first().getAttribute("href");
  for (const path of ["/nb/min-side", "/nb/min-side/okter", "/nb/tilgang", centre ?? "no centre"]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    expect.soft(await invalid((await answer?.text()) ?? ""), path).toEqual([]);
    await page.setViewportSize({ width: NARROW, height: 640 });
    const { width, tooWide } = await reach(page, NARROW);
    expect.soft(width, `${path}: ${tooWide.join("\n")}`).toBeLessThanOrEqual(NARROW);
    expect.soft(await breachesInEveryLook(page), path).toEqual([]);
  }
});
