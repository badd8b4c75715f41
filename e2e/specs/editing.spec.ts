// Writing in a browser: with and without script, with the net cut, with another at the same text.
import type { Page } from "@playwright/test";
import { NARROW, breachesInEveryLook } from "../lib/axe";
import { invalid } from "../lib/html";
import { logIn } from "../lib/login";
import { reach } from "../lib/reflow";
import { expect, test } from "../lib/test";
import { recordTransfers } from "../lib/transfers";
import { settled } from "../lib/visit";

/** One of the example people that the demo has made. */
const EDITOR = "editor@example.org";

const status = (page: Page) => page.locator("[data-editor-status]");
const lead = (page: Page) => page.getByRole("textbox", { name: /^Ingress/ });

/** A new piece of news; hands back where it is written. */
async function begin(page: Page, title: string): Promise<string> {
  await page.goto("/nb/skriv/ny");
  await page.getByLabel(/^Hva slags tekst/).selectOption({ label: "Nyhet" });
  await page.getByRole("textbox", { name: /^Tittel/ }).fill(title);
  await page.getByRole("button", { name: "Begynn å skrive" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

test("what is typed is saved without a button, and «saved» is said when it is", async ({ page, site }) => {
  await logIn(page, site, EDITOR);
  const path = await begin(page, "Lagret av seg selv");
  await lead(page).fill("Dette lagres av seg selv.");
  await expect(status(page)).toHaveText("Skriver …");
  await expect(status(page)).toHaveText(/^Lagret /, { timeout: 20_000 });
  await page.goto(path);
  await expect(lead(page)).toHaveValue("Dette lagres av seg selv.");
  await expect(page.locator("[data-editor-kept]")).toBeHidden();
});

test("what was typed while the net was cut is brought back in a new tab", async ({ page, context, site }) => {
  await logIn(page, site, EDITOR);
  const path = await begin(page, "Uten nett");
  await context.setOffline(true);
  await lead(page).fill("Skrevet uten nett. 03851598730");
  await expect(status(page)).toHaveText(/^Ikke lagret: får ikke kontakt/, { timeout: 20_000 });
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(path);
  await expect(lead(again)).toHaveValue("");
  await again.getByRole("button", { name: "Hent den fram" }).click();
  await expect(lead(again)).toHaveValue("Skrevet uten nett. •••••••••••");
  await again.getByRole("button", { name: "Lagre", exact: true }).click();
  await again.goto(path);
  await expect(lead(again)).toHaveValue("Skrevet uten nett. •••••••••••");
  await expect(again.locator("[data-editor-kept]")).toBeHidden();
  await again.close();
});

test("two who write in one text see each other, and lose nothing", async ({ page, context, site }) => {
  await logIn(page, site, EDITOR);
  const path = await begin(page, "To faner");
  const other = await context.newPage();
  await other.goto(path);
  await lead(other).fill("Fra den andre fanen.");
  await other.getByRole("button", { name: "Lagre", exact: true }).click();
  await expect(lead(other)).toHaveValue("Fra den andre fanen.");
  await lead(page).fill("Fra den første fanen.");
  await page.getByRole("button", { name: "Lagre", exact: true }).click();
  await expect(page.getByRole("heading", { level: 2, name: "To tekster er lagret samtidig" })).toBeVisible();
  await expect(lead(page)).toHaveValue("Fra den første fanen.");
  await expect(page.getByRole("main")).toContainText("Fra den andre fanen.");
  await other.close();
});

test("marks are made by buttons, and what is pasted keeps its form alone", async ({ page, site }) => {
  await logIn(page, site, EDITOR);
  await begin(page, "Utforming");
  const body = page.getByRole("textbox", { name: /^Tekst/ });
  await body.fill("viktig");
  await body.selectText();
  await page.getByRole("toolbar", { name: "Utforming" }).first().getByRole("button", { name: "Fet" }).click();
  await expect(body).toHaveValue("**viktig**");
  await body.fill("");
  await body.evaluate((area) => {
    const data = new DataTransfer();
    data.setData(
      "text/html",
      "<h1>Plan</h1><p>Les <a href='https://kommune.example/x'>mer</a><span style='display:none'>skjult</span><del>slettet</del></p><ul><li>en</li><li>to</li></ul><table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table><script>x</script>",
    );
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(body).toHaveValue(
    "## Plan\n\nLes [mer](https://kommune.example/x)\n\n- en\n- to\n\n| a | b |\n| --- | --- |\n| 1 | 2 |",
  );
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a text is written and shown as it will be", async ({ page, site }) => {
    await logIn(page, site, EDITOR);
    await begin(page, "Uten skript");
    await lead(page).fill("Alt går med knapper.");
    await page.getByRole("button", { name: "Lagre og forhåndsvis" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Uten skript" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Alt går med knapper.");
    await page.getByRole("link", { name: "Skriv videre" }).click();
    await expect(lead(page)).toHaveValue("Alt går med knapper.");
  });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "a translation with script" : "a translation without script", () => {
    test.use({ javaScriptEnabled });

    test("is written beside its original", async ({ page, site }) => {
      await logIn(page, site, EDITOR);
      const title = javaScriptEnabled ? "Vaktskifte" : "Vaktskifte uten skript";
      await begin(page, title);
      await lead(page).fill("Det natta skal vite.");
      await page.getByRole("button", { name: "Lagre", exact: true }).click();
      await expect(lead(page)).toHaveValue("Det natta skal vite.");
      await page.getByRole("main").getByRole("link", { name: "Språk", exact: true }).click();
      await page.getByRole("button", { name: "Begynn på oversettelsen" }).click();
      await expect(page).toHaveTitle(/^Feil: /);
      await page.getByRole("radio", { name: "Nynorsk" }).check();
      await page.getByLabel(/^Tittelen på det nye språket/).fill(`${title} på nynorsk`);
      await page.getByRole("radio", { name: "Av et menneske" }).check();
      await page.getByRole("button", { name: "Begynn på oversettelsen" }).click();
      await expect(page.getByRole("heading", { level: 1, name: `${title} på nynorsk` })).toBeVisible();
      await expect(page.getByRole("region", { name: "Originalen" })).toContainText("Det natta skal vite.");
      await lead(page).fill("Det natta treng å vite.");
      await page.getByRole("button", { name: "Lagre", exact: true }).click();
      await expect(lead(page)).toHaveValue("Det natta treng å vite.");
      for (const size of [NARROW, 1280]) {
        await page.setViewportSize({ width: size, height: 800 });
        const { width, tooWide } = await reach(page, size);
        expect.soft(width, tooWide.join("\n")).toBeLessThanOrEqual(size);
      }
      expect.soft(await breachesInEveryLook(page)).toEqual([]);
    });
  });
}

test("the editor is light, and its pages are for all to use", async ({ page, site }) => {
  test.setTimeout(240_000);
  await logIn(page, site, EDITOR);
  const path = await begin(page, "For alle");
  const transfers = await recordTransfers(page);
  await page.reload();
  await settled(page);
  await expect.poll(transfers.underWay).toBe(0);
  const own = transfers.done.filter(({ path }) => /\/static\/editor\./.test(path));
  expect(own.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(60_000);
  const pages = ["/nb/skriv", "/nb/skriv/ny", path, `${path}/steg`, `${path}/merknader`, `${path}/versjoner`, `${path}/sprak`, `${path}/forhandsvis`];
  for (const one of pages) {
    const answer = await page.goto(one);
    expect(answer?.status(), one).toBe(200);
    expect.soft(await invalid((await answer?.text()) ?? ""), one).toEqual([]);
    await page.setViewportSize({ width: NARROW, height: 640 });
    const { width, tooWide } = await reach(page, NARROW);
    expect.soft(width, `${one}: ${tooWide.join("\n")}`).toBeLessThanOrEqual(NARROW);
    expect.soft(await breachesInEveryLook(page), one).toEqual([]);
  }
});
