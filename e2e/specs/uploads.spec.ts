// Pictures and files in a browser, without script: sent in, described, shown, and for all to use.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { NARROW, breachesInEveryLook } from "../lib/axe";
import { begin } from "../lib/editor";
import { invalid } from "../lib/html";
import { logIn } from "../lib/login";
import { reach } from "../lib/reflow";
import { expect, test } from "../lib/test";

/** One of the example people that the demo has made. */
const EDITOR = "editor@example.org";
const PICTURE = readFileSync(fileURLToPath(new URL("../content/images/bord.webp", import.meta.url)));

/** A new piece of news; hands back the page of its files. */
async function beginFiles(page: Page, title: string): Promise<string> {
  await begin(page, title);
  await page.getByRole("link", { name: "Bilder og filer" }).click();
  return new URL(page.url()).pathname;
}

/** Sends a picture in, and waits until it has been looked at. */
async function send(page: Page, name: string): Promise<void> {
  await page.getByLabel("Velg en fil").setInputFiles({ name, mimeType: "image/webp", buffer: PICTURE });
  await page.getByRole("button", { name: "Send inn" }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Klar, ikke i teksten")).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a picture is sent in, described and shown", async ({ page, site }) => {
    await logIn(page, site, EDITOR);
    const path = await beginFiles(page, "Med bilde");
    await page.getByRole("button", { name: "Send inn" }).click();
    await expect(page.getByRole("link", { name: "Velg en fil som ikke er tom." })).toBeVisible();
    await send(page, "bord.webp");
    await page.getByRole("link", { name: "bord.webp", exact: true }).click();
    await page.getByRole("button", { name: "Lagre og bruk i teksten" }).click();
    await expect(page.getByRole("link", { name: /Hvem som har laget bildet/ })).toBeVisible();
    await page.getByRole("textbox", { name: /^Hva bildet viser/ }).fill("Et dekket bord.");
    await page.getByRole("textbox", { name: /^Hvem som har laget bildet/ }).fill("Foto: Senteret");
    await page.getByLabel("Nei, ingen kan kjennes igjen").check();
    await page.getByRole("button", { name: "Lagre og bruk i teksten" }).click();
    await expect(page.getByText("I teksten", { exact: true })).toBeVisible();
    await page.goto(path.replace(/filer$/, "forhandsvis"));
    const picture = page.getByRole("img", { name: "Et dekket bord." });
    await expect(picture).toBeVisible();
    const answer = await page.request.get((await picture.getAttribute("src")) ?? "");
    expect(answer.headers()["content-type"]).toMatch(/^image\//);
  });
});

test("a picture is put within the text by the bar above it, and seen there", async ({ page, site }) => {
  await logIn(page, site, EDITOR);
  const path = await beginFiles(page, "Med bilde i teksten");
  await send(page, "bord.webp");
  await page.getByRole("link", { name: "bord.webp", exact: true }).click();
  await page.getByRole("textbox", { name: /^Hva bildet viser/ }).fill("Et dekket bord.");
  await page.getByRole("textbox", { name: /^Hvem som har laget bildet/ }).fill("Foto: Senteret");
  await page.getByRole("combobox", { name: /^Hvor bildet skal stå/ }).selectOption({ label: "Inne i teksten" });
  await page.getByLabel("Nei, ingen kan kjennes igjen").check();
  await page.getByRole("button", { name: "Lagre og bruk i teksten" }).click();
  await expect(page.getByText("![](bilde:1)")).toBeVisible();
  const editor = path.replace(/\/filer$/, "");
  await page.goto(editor);
  const body = page.locator("textarea[data-marked]").first();
  await body.fill("Slik ser det ut. Og slik er det.");
  await body.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(16, 16));
  await page.getByRole("toolbar", { name: "Utforming" }).first().getByRole("button", { name: "Bilde" }).click();
  const window = page.getByRole("dialog", { name: "Sett inn et bilde" });
  await expect(window.getByRole("link", { name: "Send inn og beskriv bilder" })).toHaveAttribute("href", path);
  expect(await breachesInEveryLook(page)).toEqual([]);
  await window.getByRole("button", { name: "Bilde 1: Et dekket bord." }).click();
  await expect(body).toHaveValue("Slik ser det ut.\n\n![](bilde:1)\n\n Og slik er det.");
  await expect(page.locator("[data-editor-status]")).toHaveText(/^Lagret/);
  await page.goto(`${editor}/forhandsvis`);
  const picture = page.getByRole("figure").getByRole("img", { name: "Et dekket bord." });
  await expect(picture).toBeVisible();
  // In one of its sizes. A drawing is smallest as PNG; photographs are WebP where the browser takes it.
  expect(await picture.evaluate((img: HTMLImageElement) => img.currentSrc)).toMatch(/\/bilde-\d+\.png$/);
  expect(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
});

test("the pages of pictures, files and consents are for all to use", async ({ page, site }) => {
  test.setTimeout(240_000);
  await logIn(page, site, EDITOR);
  const path = await beginFiles(page, "For alle");
  await send(page, "bord.webp");
  const one = await page.getByRole("link", { name: "bord.webp", exact: true }).getAttribute("href");
  for (const address of [path, `${one}`, `${one}/samtykke`]) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(200);
    expect.soft(await invalid((await answer?.text()) ?? ""), address).toEqual([]);
    await page.setViewportSize({ width: NARROW, height: 640 });
    const { width, tooWide } = await reach(page, NARROW);
    expect.soft(width, `${address}: ${tooWide.join("\n")}`).toBeLessThanOrEqual(NARROW);
    expect.soft(await breachesInEveryLook(page), address).toEqual([]);
  }
});
