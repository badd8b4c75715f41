// The net is cut and the server killed while somebody writes: nothing that they wrote is lost. On both engines.
import type { Page } from "@playwright/test";
import { begin, lead, status } from "../lib/editor";
import { logIn } from "../lib/login";
import { expect } from "../lib/test";
import { test } from "../lib/windows";

const OFFLINE = /^Ikke lagret: får ikke kontakt/;
const SAVED = /^Lagret /;

/** A new piece of news in a browser whose clock can be turned on; hands back where it is written. */
async function beginClocked(page: Page, title: string): Promise<string> {
  await page.clock.install();
  return begin(page, title);
}

/** Types on where the text ends, key by key, and rests until the script saves. */
async function goOn(page: Page, words: string): Promise<void> {
  await lead(page).focus();
  await page.keyboard.press("End");
  await page.keyboard.type(words);
  await expect(status(page)).toHaveText("Skriver …");
  await page.clock.fastForward(5_000);
}

test("the net is cut in the middle of a sentence, and all of it is saved when it is back", async ({ open, site }, info) => {
  const page = await open();
  await logIn(page, site, `uten-nett-${info.testId}@kommune.example.org`);
  const path = await beginClocked(page, "Uten nett en stund");
  await goOn(page, "Dette ble skrevet før, ");
  await expect(status(page)).toHaveText(SAVED);
  await page.context().setOffline(true);
  await goOn(page, "dette uten nett, ");
  await expect(status(page)).toHaveText(OFFLINE);
  await goOn(page, "dette også, ");
  await expect(status(page)).toHaveText(OFFLINE);
  await page.context().setOffline(false);
  await goOn(page, "og dette etterpå.");
  await page.clock.fastForward(5_000);
  await expect(status(page)).toHaveText(SAVED);
  await page.goto(path);
  await expect(lead(page)).toHaveValue("Dette ble skrevet før, dette uten nett, dette også, og dette etterpå.");
  await expect(page.locator("[data-editor-kept]")).toBeHidden();
});

test("an answer is lost on its way, and what is written on is not taken for somebody else's", async ({ open, site }, info) => {
  const page = await open();
  await logIn(page, site, `uten-svar-${info.testId}@kommune.example.org`);
  const path = await beginClocked(page, "Svaret ble borte");
  await page.route("**/lagre.json", async (route) => {
    await route.fetch();
    await route.abort();
  }, { times: 1 });
  await goOn(page, "Dette ble lagret, ");
  await expect(status(page)).toHaveText(OFFLINE);
  await goOn(page, "uten at noen fikk vite det.");
  await expect(status(page)).toHaveText(SAVED);
  await page.clock.fastForward(5_000);
  await expect.poll(async () => (await page.request.get(path)).text()).toContain("uten at noen fikk vite det.");
  await expect(status(page)).toHaveText(SAVED);
});

test("the server is killed while it saves and started again, and all that was written is there", async ({ open, site }, info) => {
  const page = await open();
  await logIn(page, site, `drept-${info.testId}@kommune.example.org`);
  const path = await beginClocked(page, "Midt i en lagring");
  await goOn(page, "Dette er lagret, ");
  await expect(status(page)).toHaveText(SAVED);

  const saving = page.waitForRequest("**/lagre.json");
  await goOn(page, "dette var på vei, ");
  await saving;
  await site.kill();
  await goOn(page, "dette skrev jeg mens den var nede, ");
  await expect(status(page)).toHaveText(OFFLINE);
  await site.startAgain();

  // What it had said was saved, it has, also for who has nothing in the browser: same session, no script.
  const plain = await open({ javaScriptEnabled: false });
  await plain.context().addCookies(await page.context().cookies());
  await plain.goto(path);
  await expect(lead(plain)).toHaveValue(/^Dette er lagret,/);

  await goOn(page, "og dette etterpå.");
  const all = "Dette er lagret, dette var på vei, dette skrev jeg mens den var nede, og dette etterpå.";
  await page.clock.fastForward(5_000);
  await expect.poll(async () => (await page.request.get(path)).text()).toContain(all);
  await expect(status(page)).toHaveText(SAVED);
  await page.goto(path);
  await expect(lead(page)).toHaveValue(all);
  await expect(page.locator("[data-editor-kept]")).toBeHidden();
});

test("the server is killed and the tab closed, and what was typed is brought back when it runs again", async ({ open, site }, info) => {
  const page = await open();
  await logIn(page, site, `lukket-${info.testId}@kommune.example.org`);
  const path = await beginClocked(page, "Lukket imens");
  await site.kill();
  await goOn(page, "Dette fikk den aldri.");
  await expect(status(page)).toHaveText(OFFLINE);
  const again = await page.context().newPage();
  await page.close();
  await site.startAgain();
  await again.goto(path);
  await again.getByRole("button", { name: "Hent den fram" }).click();
  await expect(lead(again)).toHaveValue("Dette fikk den aldri.");
  await again.getByRole("button", { name: "Lagre", exact: true }).click();
  await expect(status(again)).toHaveText(SAVED);
  await again.goto(path);
  await expect(lead(again)).toHaveValue("Dette fikk den aldri.");
});

test("that the browser keeps the text is said when it does, and not before", async ({ open, site }, info) => {
  const page = await open();
  await logIn(page, site, `tatt-vare-paa-${info.testId}@kommune.example.org`);
  await beginClocked(page, "Ikke for tidlig");
  await page.context().setOffline(true);
  // Its store is held by another until further notice.
  await page.evaluate(() => new Promise<void>((resolve, reject) => {
    const asked = indexedDB.open("padriver", 1);
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      const transaction = asked.result.transaction("kept", "readwrite");
      const store = transaction.objectStore("kept");
      let isHeld = true;
      Object.assign(window, { letGo: () => (isHeld = false) });
      const hold = () => {
        const again = store.get("-");
        again.onsuccess = () => (isHeld ? hold() : asked.result.close());
      };
      hold();
      resolve();
    };
  }));
  await goOn(page, "Skrevet uten nett.");
  await page.waitForTimeout(500);
  await expect(status(page)).toHaveText("Skriver …");
  await page.evaluate(() => (window as unknown as { letGo: () => void }).letGo());
  await expect(status(page)).toHaveText(OFFLINE);
});

test("a browser that keeps nothing is not said to keep the text", async ({ open, site }, info) => {
  const page = await open();
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", { value: { open: () => { throw new Error("none"); } } });
  });
  await logIn(page, site, `uten-lager-${info.testId}@kommune.example.org`);
  await beginClocked(page, "Ingen steder å ta vare på");
  await page.context().setOffline(true);
  await goOn(page, "Bare i fanen.");
  await expect(status(page)).toHaveText(/^Ikke lagret: får ikke kontakt, og denne nettleseren kan ikke ta vare på teksten/);
});
