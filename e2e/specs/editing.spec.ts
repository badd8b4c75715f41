// Writing in a browser: with and without script, with the net cut, with another at the same text.
import type { Page } from "@playwright/test";
import { NARROW, breachesInEveryLook } from "../lib/axe";
import { invalid } from "../lib/html";
import { begin, chapter, lead, openAll, savedBy, status } from "../lib/editor";
import { logIn } from "../lib/login";
import { reach } from "../lib/reflow";
import { expect, test } from "../lib/test";
import { recordTransfers } from "../lib/transfers";
import { settled } from "../lib/visit";

/** Somebody else in each test: only so many codes go to one address in an hour. */
let writer = "";

test.beforeEach(({}, info) => {
  writer = `skribent-${info.testId}@kommune.example.org`;
});

/** All that the editor says of how it goes from now on, also what stands for a moment only. */
async function heard(page: Page): Promise<() => Promise<string[]>> {
  const all = await status(page).evaluateHandle((line) => {
    const said: string[] = [];
    const note = () => said.push(line.textContent ?? "");
    new MutationObserver(note).observe(line, { childList: true, characterData: true, subtree: true });
    return said;
  });
  return () => all.jsonValue();
}

test("what is typed is saved without a button, and «saved» is said when it is", async ({ page, site }) => {
  await logIn(page, site, writer);
  const path = await begin(page, "Lagret av seg selv");
  const said = await heard(page);
  await lead(page).fill("Dette lagres av seg selv.");
  await expect.poll(async () => (await said()).join("\n"), { timeout: 20_000 }).toMatch(/Skriver …\nLagret /);
  // What is lacking follows what is saved.
  await expect(page.getByRole("link", { name: /^En ingress på høyst/ })).toHaveCount(0, { timeout: 15_000 });
  await page.goto(path);
  await expect(lead(page)).toHaveValue("Dette lagres av seg selv.");
  await expect(page.locator("[data-editor-kept]")).toBeHidden();
});

test("what was typed while the net was cut is brought back in a new tab", async ({ page, context, site }) => {
  await logIn(page, site, writer);
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
  // It is saved as it comes back: «saved» is said of that, and of nothing before.
  await expect(status(again)).toHaveText(/^Lagret /, { timeout: 20_000 });
  await again.goto(path);
  await expect(lead(again)).toHaveValue("Skrevet uten nett. •••••••••••");
  await expect(again.locator("[data-editor-kept]")).toBeHidden();
  await again.close();
});

test("two who write in one text see each other, and lose nothing", async ({ page, context, site }) => {
  await logIn(page, site, writer);
  const path = await begin(page, "To faner");
  const other = await context.newPage();
  await other.goto(path);
  await lead(other).fill("Fra den andre fanen.");
  await other.getByRole("button", { name: "Lagre", exact: true }).click();
  await expect(lead(other)).toHaveValue("Fra den andre fanen.");
  await lead(page).fill("Fra den første fanen.");
  await page.getByRole("button", { name: "Lagre", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "To tekster er lagret samtidig" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Fra den første fanen.");
  await expect(page.getByRole("main")).toContainText("Fra den andre fanen.");
  expect(await breachesInEveryLook(page)).toEqual([]);
  expect(await invalid((await page.content()).replaceAll(`crossorigin=""`, "crossorigin"))).toEqual([]);
  await page.getByRole("button", { name: "Sett sammen og lagre" }).click();
  // Nothing is chosen for them.
  await expect(page).toHaveTitle(/^Feil: /);
  await page.getByRole("radio", { name: "Begge deler, etter hverandre" }).check();
  await page.getByRole("button", { name: "Sett sammen og lagre" }).click();
  await expect(lead(page)).toHaveValue("Fra den andre fanen. Fra den første fanen.");
  await expect(page.locator("[data-receipt]")).toBeFocused();
  await expect(page.locator("[data-receipt]")).toContainText("satt sammen med det du skrev");
  await other.close();
});

test("what another has changed elsewhere comes into the form while somebody writes", async ({ page, context, site }) => {
  await logIn(page, site, writer);
  const path = await begin(page, "Hver sin del");
  const other = await context.newPage();
  await other.goto(path);
  await lead(other).fill("Ingressen fra den andre.");
  await other.getByRole("button", { name: "Lagre", exact: true }).click();
  await expect(other.locator("[data-receipt]")).toHaveText("Utkastet er lagret.");
  await expect(other.locator("[data-receipt]")).toBeFocused();
  await page.locator("#body").fill("Teksten fra den første.");
  await expect(status(page)).toHaveText(/^Lagret .*Ingress/, { timeout: 20_000 });
  await expect(lead(page)).toHaveValue("Ingressen fra den andre.");
  await expect(page.locator("#body")).toBeFocused();
  await page.goto(path);
  await expect(page.locator("#body")).toHaveValue("Teksten fra den første.");
  await expect(lead(page)).toHaveValue("Ingressen fra den andre.");
  await other.close();
});

test("a date that does not exist holds up nothing else, and is there when they are back", async ({ page, site }) => {
  await logIn(page, site, writer);
  const path = await begin(page, "En gal dato");
  await chapter(page, "Kontakt, kilde og språk").locator("summary").click();
  await page.getByLabel(/^Skal sees gjennom innen/).fill("31.2.2027");
  await lead(page).fill("Dette lagres likevel.");
  await expect(status(page)).toHaveText(/^Lagret .*men dette må rettes før det kommer med: Skal sees gjennom innen: .*finnes ikke/, { timeout: 20_000 });
  await page.goto(path);
  await expect(lead(page)).toHaveValue("Dette lagres likevel.");
  await expect(page.getByLabel(/^Skal sees gjennom innen/)).toHaveValue("31.2.2027");
  await expect(page.getByRole("group", { name: /Du må rette/ })).toBeVisible();
  await page.getByLabel(/^Skal sees gjennom innen/).fill("28.2.2027");
  await expect(status(page)).toHaveText(/^Lagret [^.]*[.:]?\d\d$/, { timeout: 20_000 });
});

test("a draft is thrown away after a question, and it is told once", async ({ page, site }) => {
  await logIn(page, site, writer);
  const path = await begin(page, "Skal kastes");
  await page.goto(`${path}/steg`);
  await page.getByRole("link", { name: "Kast utkastet" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Vil du kaste dette utkastet?" })).toBeVisible();
  expect(await breachesInEveryLook(page)).toEqual([]);
  await page.getByRole("link", { name: "Nei, behold utkastet" }).click();
  await page.getByRole("link", { name: "Kast utkastet" }).click();
  await page.getByRole("button", { name: "Kast utkastet" }).click();
  await expect(page.locator("[data-receipt]")).toHaveText("Teksten er kastet.");
  await expect(page.locator("[data-receipt]")).toBeFocused();
  await expect(page).toHaveURL(/\/nb\/skriv$/);
  await page.reload();
  await expect(page.getByText("Teksten er kastet.")).toHaveCount(0);
});

test("what only the browser has is sent before somebody logs out, and they are asked when it can't be", async ({ page, site }) => {
  await logIn(page, site, writer);
  const path = await begin(page, "Før utlogging");
  await page.route("**/lagre.json", (route) => route.abort());
  await lead(page).fill("Bare i nettleseren.");
  await expect(status(page)).toHaveText(/^Ikke lagret: får ikke kontakt/, { timeout: 20_000 });
  const out = page.getByRole("contentinfo").getByRole("button", { name: "Logg ut" });
  const asked = page.waitForEvent("dialog").then(async (dialog) => {
    await dialog.dismiss();
    return dialog.message();
  });
  await out.click();
  expect(await asked).toMatch(/er ikke lagret/);
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await page.unroute("**/lagre.json");
  await out.click();
  await expect(page).toHaveURL(/\/nb\/(\?gjort=ut)?$/);
  await logIn(page, site, writer);
  await page.goto(path);
  await expect(lead(page)).toHaveValue("Bare i nettleseren.");
});

test("a number that is none is kept when it is said what it is, also while it is saved by itself", async ({ page, site }) => {
  await logIn(page, site, writer);
  const path = await begin(page, "Tall");
  await lead(page).fill("Konto 03851598730");
  await expect(lead(page)).toHaveValue("Konto •••••••••••", { timeout: 20_000 });
  await expect(status(page).getByRole("link", { name: "Ingress" })).toHaveAttribute("href", "#lead");
  await page.locator("#unntak-tall").fill("038515 98730");
  await page.getByLabel("Hva er tallet?").fill("Kontonummeret til kurset");
  await savedBy(page, () => lead(page).fill("Konto 03851598730"));
  await expect(lead(page)).toHaveValue("Konto 03851598730");
  // What stands there still is of that number alone.
  await lead(page).fill("Konto 03851598730, ikke 309082-99902");
  await expect(lead(page)).toHaveValue("Konto 03851598730, ikke ••••••-•••••", { timeout: 20_000 });
  await savedBy(page, () => lead(page).fill("Konto 03851598730"));
  await page.goto(path);
  await expect(lead(page)).toHaveValue("Konto 03851598730");
});

test("what the server masks goes out of the field at once, also when the page came with it", async ({ page, site }) => {
  await logIn(page, site, writer);
  const path = await begin(page, "Kom med tallet");
  await page.locator("#unntak-tall").evaluate((field) => field.closest("details")?.setAttribute("open", ""));
  await page.locator("#unntak-tall").fill("038515 98730");
  await page.getByLabel("Hva er tallet?").fill("Kontonummeret til kurset");
  await savedBy(page, () => lead(page).fill("Konto 03851598730"));
  await page.goto(path);
  await expect(lead(page)).toHaveValue("Konto 03851598730");
  // As if it were known to be none no more.
  const told = { saved: true, number: 2, said: "Lagret", others: "", masked: ["lead"], shown: [["lead", "Ny konto •••••••••••"]] };
  await page.route("**/lagre.json", (route) => route.fulfill({ json: told }));
  await lead(page).fill("Ny konto 03851598730");
  await expect(lead(page)).toHaveValue("Ny konto •••••••••••", { timeout: 20_000 });
});

test("marks are made by buttons, and what is pasted keeps its form alone", async ({ page, site }) => {
  await logIn(page, site, writer);
  await begin(page, "Utforming");
  const body = page.locator("#body");
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

test("each mark and each paste is one step to undo, and a mark is taken away as it was made", async ({ page, site }) => {
  await logIn(page, site, writer);
  await begin(page, "Angre");
  const body = page.locator("#body");
  const bold = page.getByRole("toolbar", { name: "Utforming" }).first().getByRole("button", { name: "Fet" });
  await body.click();
  await page.keyboard.type("Start. ");
  await body.evaluate((area) => {
    const data = new DataTransfer();
    data.setData("text/html", "<p>LIMT <b>inn</b></p>");
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(body).toHaveValue("Start. LIMT **inn**");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(body).toHaveValue("Start. ");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Ord her");
  await body.selectText();
  await bold.click();
  await expect(body).toHaveValue("**Ord her**");
  await bold.click();
  await expect(body).toHaveValue("Ord her");
  await body.focus();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(body).toHaveValue("**Ord her**");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(body).toHaveValue("Ord her");
});

test("a window above the text can be read in every look, and loses nothing by one key", async ({ page, site }) => {
  await logIn(page, site, writer);
  await begin(page, "Vindu");
  const tool = (name: string) => page.getByRole("toolbar", { name: "Utforming" }).first().getByRole("button", { name });
  const asking = page.getByRole("dialog");
  const said: string[] = [];
  let isSure = false;
  page.on("dialog", (dialog) => {
    said.push(dialog.message());
    void (isSure ? dialog.accept() : dialog.dismiss());
  });
  await tool("Tabell").click();
  await expect(asking.getByRole("cell", { name: "kolonne 2" }).or(asking.getByRole("columnheader", { name: "kolonne 2" })).first()).toBeVisible();
  expect(await breachesInEveryLook(page)).toEqual([]);
  // Nothing is typed, nothing is asked.
  await page.keyboard.press("Escape");
  await expect(asking).toHaveCount(0);
  expect(said).toEqual([]);
  await tool("Tabell").click();
  await asking.getByLabel("rad 2, kolonne 1").fill("mistes ikke");
  for (const _ of [1, 2]) await page.keyboard.press("Escape");
  await expect(asking.getByLabel("rad 2, kolonne 1")).toHaveValue("mistes ikke");
  expect(said).toHaveLength(2);
  isSure = true;
  await page.keyboard.press("Escape");
  await expect(asking).toHaveCount(0);
  isSure = false;
  for (const wrong of ["javascript:alert(1)", "data:text/html,x", "//kommune.example", "fall på natt"]) {
    await tool("Lenke").click();
    await asking.getByRole("textbox").fill(wrong);
    await asking.getByRole("button", { name: "Sett inn adressen" }).click();
    await expect(asking.getByText("Dette er ingen adresse vi kan lenke til.")).toBeVisible();
    await expect(asking.getByRole("textbox")).toBeFocused();
    isSure = true;
    await page.keyboard.press("Escape");
    await expect(asking).toHaveCount(0);
    isSure = false;
  }
  await expect(page.locator("#body")).toHaveValue("");
  for (const [typed, href] of [["tel:62 00 00 00", "tel:62000000"], ["post@kommune.example", "mailto:post@kommune.example"], ["/nb/tema", "/nb/tema"]] as const) {
    await page.locator("#body").fill("");
    await tool("Lenke").click();
    await asking.getByRole("textbox").fill(typed);
    await asking.getByRole("button", { name: "Sett inn adressen" }).click();
    await expect(page.locator("#body")).toHaveValue(`[${typed}](${href})`);
  }
  await tool("Lenke").click();
  await asking.getByRole("textbox").fill("fall");
  // What it is stands beside each, texts among them.
  await expect(asking.locator("small").filter({ hasNotText: /^(Tema|Kommune|Fylke|Senter|Virksomhet)/ }).first()).toBeVisible();
  for (const hit of await asking.getByRole("listitem").locator("small").all()) await expect(hit).not.toHaveText("");
});

test("a tab that was left open shows nothing to the next who logs in, and all of it to whoever wrote it", async ({ page, context, site }) => {
  await logIn(page, site, writer);
  await begin(page, "Bare for meg");
  await page.route("**/lagre.json", (route) => route.abort());
  await lead(page).fill("Ikke for den neste.");
  const other = await context.newPage();
  await context.clearCookies({ name: "__Host-okt" });
  await logIn(other, site, `neste-${writer}`);
  const look = () => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await look();
  await expect(page.getByText("Teksten er skjult fordi en annen er logget inn")).toBeVisible();
  await expect(lead(page)).toBeHidden();
  await context.clearCookies({ name: "__Host-okt" });
  await logIn(other, site, writer);
  await look();
  await expect(lead(page)).toHaveValue("Ikke for den neste.");
  await expect(lead(page)).toBeVisible();
  await other.close();
});

test("a link is found by search, and a table is written cell by cell", async ({ page, site }) => {
  await logIn(page, site, writer);
  await begin(page, "Lenker og tabeller");
  const body = page.locator("#body");
  const tool = (name: string) => page.getByRole("toolbar", { name: "Utforming" }).first().getByRole("button", { name });
  const asking = page.getByRole("dialog");
  await body.fill("Se ");
  await tool("Lenke").click();
  await asking.getByLabel("Nettadresse, eller noe å søke etter").fill("fall");
  await asking.getByRole("listitem").first().getByRole("button").click();
  await expect(body).toHaveValue(/^Se \[.+\]\(\/nb\/.+\)$/);
  await body.fill("");
  await tool("Lenke").click();
  await asking.getByLabel("Nettadresse, eller noe å søke etter").fill("kommune.example");
  await asking.getByRole("button", { name: "Sett inn adressen" }).click();
  await expect(body).toHaveValue("[kommune.example](https://kommune.example)");
  await body.fill("");
  // A number of a person goes in no address.
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await tool("Lenke").click();
  const words = asking.getByLabel("Nettadresse, eller noe å søke etter");
  await words.fill("038515 98730");
  await words.fill("0385159873");
  await page.waitForTimeout(1_000);
  await words.fill("fall");
  await expect(asking.getByRole("listitem").first()).toBeVisible();
  expect(asked.filter((url) => url.endsWith("finn.json?q=fall"))).not.toEqual([]);
  expect(asked.filter((url) => /0385|98730/.test(decodeURIComponent(url)))).toEqual([]);
  // What is typed in a window is not thrown away without a word.
  page.once("dialog", (dialog) => void dialog.accept());
  await page.keyboard.press("Escape");
  await expect(asking).toBeHidden();
  await tool("Tabell").click();
  await asking.getByLabel("rad 1, kolonne 1").fill("Måned");
  await asking.getByLabel("rad 1, kolonne 2").fill("Fall | natt");
  await asking.getByLabel("rad 2, kolonne 1").fill("Mars");
  await asking.getByRole("button", { name: "Sett inn tabellen" }).click();
  await expect(body).toHaveValue("| Måned | Fall \\| natt |\n| --- | --- |\n| Mars |  |\n");
  await body.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(3, 3));
  await tool("Tabell").click();
  await asking.getByLabel("rad 2, kolonne 2").fill("4");
  await asking.getByRole("button", { name: "Ny rad under" }).click();
  await asking.getByLabel("rad 3, kolonne 1").fill("April");
  await asking.getByRole("button", { name: "Sett inn tabellen" }).click();
  await expect(body).toHaveValue("| Måned | Fall \\| natt |\n| --- | --- |\n| Mars | 4 |\n| April |  |\n");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("nothing is promised that only script does", async ({ page, site }) => {
    await logIn(page, site, writer);
    await begin(page, "Uten løfter");
    await expect(page.getByText("Det du skriver, er ikke lagret før du trykker «Lagre».")).toBeVisible();
    await expect(page.getByText("Det du skriver, lagres av seg selv.")).toBeHidden();
    await expect(page.getByText("0 ord. Høyst 60.")).toBeHidden();
  });

  test("two texts are joined by what is chosen for each field", async ({ page, context, site }) => {
    await logIn(page, site, writer);
    const path = await begin(page, "Uten skript, to faner");
    const other = await context.newPage();
    await other.goto(path);
    await lead(other).fill("Fra den andre fanen.");
    await other.getByRole("button", { name: "Lagre", exact: true }).click();
    await expect(other.getByText("Utkastet er lagret.")).toBeVisible();
    await lead(page).fill("Fra den første fanen.");
    await page.getByRole("button", { name: "Lagre", exact: true }).click();
    await page.getByRole("radio", { name: "Det jeg skrev" }).check();
    await page.getByRole("button", { name: "Sett sammen og lagre" }).click();
    await expect(lead(page)).toHaveValue("Fra den første fanen.");
    await other.close();
  });

  test("a chapter is opened by its heading, and a fault in it is shown", async ({ page, site }) => {
    await logIn(page, site, writer);
    await begin(page, "Feil i et kapittel");
    const around = chapter(page, "Kontakt, kilde og språk");
    await around.locator("summary").click();
    await page.getByLabel(/^Skal sees gjennom innen/).fill("i fjor");
    await page.getByRole("button", { name: "Lagre", exact: true }).click();
    await expect(page).toHaveTitle(/^Feil: /);
    await page.getByRole("group", { name: /Du må rette/ }).getByRole("link").first().click();
    await expect(page.getByLabel(/^Skal sees gjennom innen/)).toBeFocused();
    await expect(page.getByLabel(/^Skal sees gjennom innen/)).toHaveValue("i fjor");
  });

  test("what is written is seen over before it is handed in", async ({ page, site }) => {
    await logIn(page, site, writer);
    const path = await begin(page, "Rett til gjennomlesing");
    await lead(page).fill("Klar til å leses.");
    await page.getByRole("button", { name: "Send til gjennomlesing" }).click();
    await expect(page).toHaveURL(new RegExp(`${path}/steg\\?(gjort=skal-sendes&)?utgave=\\d+$`));
    await expect(page.getByRole("heading", { name: "Dette sender du" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("ikke sendt ennå");
    await page.getByRole("button", { name: "Send til gjennomlesing" }).click();
    await expect(page.getByText(/^Teksten er sendt til gjennomlesing/)).toBeVisible();
    await page.goto(path);
    await expect(lead(page)).toHaveValue("Klar til å leses.");
    await expect(page.getByRole("main")).toContainText("Teksten er til gjennomlesing");
  });

  test("a text is written and shown as it will be", async ({ page, site }) => {
    await logIn(page, site, writer);
    await begin(page, "Uten skript");
    await lead(page).fill("Alt går med knapper.");
    await page.getByRole("button", { name: "Forhåndsvis" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Uten skript" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Alt går med knapper.");
    await page.getByRole("link", { name: "Skriv videre" }).click();
    await expect(lead(page)).toHaveValue("Alt går med knapper.");
  });

  test("what was written when the session ended comes back with the log-in", async ({ page, context, site }) => {
    await logIn(page, site, writer);
    const path = await begin(page, "Økta er over");
    await lead(page).fill("Skrevet mens økta gikk ut.");
    await context.clearCookies({ name: "__Host-okt" });
    await page.getByRole("button", { name: "Lagre", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Du er ikke logget inn lenger" })).toBeVisible();
    await logIn(page, site, writer);
    await page.goto("/nb/skriv");
    await page.getByRole("link", { name: /^Det du sendte/ }).first().click();
    await page.getByRole("button", { name: "Se det i skjemaet" }).click();
    await expect(lead(page)).toHaveValue("Skrevet mens økta gikk ut.");
    await page.getByRole("button", { name: "Lagre", exact: true }).click();
    await page.goto(path);
    await expect(lead(page)).toHaveValue("Skrevet mens økta gikk ut.");
  });

  test("what a text leads to is found by a button, and nothing typed is lost", async ({ page, site }) => {
    await logIn(page, site, writer);
    await begin(page, "Med lenke");
    await lead(page).fill("Står her fortsatt.");
    await openAll(page);
    await page.getByLabel("Søk etter tekster, temaer, steder og virksomheter").fill("fall");
    await page.getByRole("button", { name: "Søk", exact: true }).click();
    await expect(page.getByRole("group", { name: "Dette ble funnet" }).locator("code").first()).toHaveText(/^\[.+\]\(\/nb\/.+\)$/);
    await expect(lead(page)).toHaveValue("Står her fortsatt.");
  });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "a translation with script" : "a translation without script", () => {
    test.use({ javaScriptEnabled });

    test("is written beside its original", async ({ page, site }) => {
      await logIn(page, site, writer);
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
      await expect(page.getByText(/^Utkastet er lagret/)).toBeVisible();
      await expect(lead(page)).toHaveValue("Det natta treng å vite.");
      for (const size of [NARROW, 1280]) {
        await page.setViewportSize({ width: size, height: 800 });
        const { width, tooWide } = await reach(page, size);
        expect.soft(width, tooWide.join("\n")).toBeLessThanOrEqual(size);
      }
      // axe waits for timers, which a page without script does not have.
      if (javaScriptEnabled) expect.soft(await breachesInEveryLook(page)).toEqual([]);
    });
  });
}

test("the editor is light, and its pages are for all to use", async ({ page, site }) => {
  test.setTimeout(240_000);
  await logIn(page, site, writer);
  const path = await begin(page, "For alle");
  const transfers = await recordTransfers(page);
  await page.reload();
  await settled(page);
  await expect.poll(transfers.underWay).toBe(0);
  const own = transfers.done.filter(({ path }) => /\/static\/editor\./.test(path));
  expect(own.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(60_000);
  await page.goto(`${path}/merknader`);
  await page.getByRole("link", { name: /^Merknad til dette/ }).first().click();
  await expect(page.getByRole("textbox", { name: /^Stedet i teksten/ })).toHaveValue("For alle");
  await page.getByRole("textbox", { name: /^Merknad/ }).fill("Også for dem som ikke ser?");
  await page.getByRole("button", { name: "Legg til merknaden" }).click();
  await expect(page.locator("mark")).toHaveText("For alle");
  // The words of the text look like words of another.
  const quote = page.getByRole("blockquote");
  await expect(quote).toHaveText("For alle");
  await expect(quote).toHaveCSS("border-inline-start-style", "solid");
  expect(await quote.evaluate((one) => getComputedStyle(one, "::before").content)).toBe("open-quote");
  await page.getByRole("link", { name: /^Svar/ }).click();
  const answering = new URL(page.url()).pathname + new URL(page.url()).search;
  const pages = ["/nb/skriv", "/nb/skriv/ny", path, `${path}/steg`, `${path}/merknader`, answering, `${path}/versjoner`, `${path}/sprak`, `${path}/forhandsvis`];
  for (const one of pages) {
    const answer = await page.goto(one);
    expect(answer?.status(), one).toBe(200);
    expect.soft(await invalid((await answer?.text()) ?? ""), one).toEqual([]);
    await page.setViewportSize({ width: NARROW, height: 640 });
    const { width, tooWide } = await reach(page, NARROW);
    expect.soft(width, `${one}: ${tooWide.join("\n")}`).toBeLessThanOrEqual(NARROW);
    expect.soft(await breachesInEveryLook(page), one).toEqual([]);
  }
  await page.goto(path);
  await openAll(page);
  for (const width of [NARROW, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const { width: wide, tooWide } = await reach(page, width);
    expect.soft(wide, tooWide.join("\n")).toBeLessThanOrEqual(width);
  }
  expect.soft(await breachesInEveryLook(page), "with all chapters open").toEqual([]);
});

test("a chapter opens for whoever is led into it, and its words are counted", async ({ page, site }) => {
  await logIn(page, site, writer);
  const path = await begin(page, "Kapitler");
  const facts = chapter(page, "Tema og sted");
  await expect(facts).not.toHaveAttribute("open");
  await page.getByRole("link", { name: "Minst ett tema" }).click();
  await expect(facts).toHaveAttribute("open");
  await expect(page).toHaveURL(new RegExp(`${path}#themes$`));
  await lead(page).fill("Tre ord her.");
  await expect(page.getByText("3 ord. Høyst 60.")).toBeVisible();
  await page.locator("#body").fill("Fire ord står her.");
  await expect(chapter(page, "Tekst").locator("summary")).toContainText("4 ord");
  // What is said of the text stays in sight.
  await page.getByRole("heading", { name: "Før du sender til gjennomlesing" }).scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 2_000);
  await expect(status(page)).toBeInViewport();
});

test("Enter in a field saves, and leads nowhere else", async ({ page, site }) => {
  await logIn(page, site, writer);
  const path = await begin(page, "Med Enter");
  await chapter(page, "Kontakt, kilde og språk").locator("summary").click();
  await page.getByLabel(/^Hva du endret/).fill("Alt.");
  await page.keyboard.press("Enter");
  // It is the page anew: its chapters are closed.
  await expect(chapter(page, "Kontakt, kilde og språk")).not.toHaveAttribute("open");
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await expect(page.getByLabel(/^Hva du endret/)).toHaveValue("Alt.");
});
