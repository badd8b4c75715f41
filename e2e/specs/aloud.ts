// Every word of the program in one file for people to read through; run by aloud.mjs, not a test.
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { begin } from "../lib/editor";
import { become, codeFor } from "../lib/login";
import { samples, type Sample } from "../lib/pages";
import { test } from "../lib/test";
import { wordsOf, type Line } from "../lib/words";

const FILE = process.env.PADRIVER_ALOUD ?? "aloud.txt";
const CONTENT = resolve(import.meta.dirname, "../content/items.jsonl");
const LANGS = ["nb", "nn", "en", "se"];
const PEOPLE = ["Mona", "Tore", "Rita", "Geir", "Siri", "Knut", "Anne"].map((name) => `${name} Eksempel`);
/** So many pages each of them opens at most. */
const MOST = 120;
/** A folder with more pages than this has many of one kind. */
const MANY = 4;
/** What ends the visit, or what is being visited. */
const LEFT_ALONE = /logg-ut|eksempelfolk|min-side\/slett|\/(nn|en|se)(\/|$)|\.(csv|xlsx|json|jsonl|pdf|ics|xml|svg|png|ris|bib|zip|html|md)(\?|$)/;

/** What everybody reads: the samples show it already. */
const PUBLIC = new Set(samples.map(({ path }) => path.split("/")[2] ?? ""));

const told: string[] = [];
const known = new Set<string>();

/** Numbers say the same, whatever they are, but one is told otherwise than many. */
const shapeOf = ({ lang, text }: Line) => `${lang} ${text.replace(/\d{2,}|[02-9]/g, "#")}`;

function tell(name: string, lang: string, { title, lines }: { title: string; lines: Line[] }): void {
  const fresh = lines.filter((line) => !known.has(shapeOf(line)) && known.add(shapeOf(line)));
  told.push(`--- ${lang} ${name}`, `    ${title}`);
  told.push(...fresh.map((line) => (line.lang === lang ? line.text : `(${line.lang}) ${line.text}`)));
}

async function open(page: Page, origin: string, { path, post }: Sample, lang: string): Promise<void> {
  const there = path.replace(/^\/[a-z]{2}\//, `/${lang}/`);
  if (post) {
    const elsewhere = { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };
    const headers = post.from_elsewhere ? elsewhere : { origin, "sec-fetch-site": "same-origin" };
    const response = await page.request.post(there, { form: Object.fromEntries(post.fields), headers });
    await page.route(`**${there}`, (route) => route.fulfill({ response }), { times: 1 });
  }
  await page.goto(there);
}

/** Sends each form of the page with nothing written in it, and tells what comes back. */
async function withFaults(page: Page, path: string, lang: string): Promise<void> {
  const sent = await page.evaluate(async () => {
    const answers: { action: string; html: string }[] = [];
    for (const form of document.querySelectorAll<HTMLFormElement>("main form")) {
      const fields = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input:not([type]), input[type=text], input[type=email], input[type=number], textarea");
      if (form.method !== "post" || fields.length === 0 || form.enctype === "multipart/form-data") continue;
      const data = new FormData(form);
      for (const field of fields) data.set(field.name, "");
      const body = new URLSearchParams([...data].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
      const answer = await fetch(form.action, { method: "post", body });
      if (answer.status === 422) answers.push({ action: new URL(form.action).pathname, html: await answer.text() });
    }
    return answers;
  });
  for (const { action, html } of sent) {
    await page.route(`**${action}`, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", status: 422, body: html }), { times: 1 });
    await page.goto(action);
    tell(`${path} with nothing in its form ${action}`, lang, await wordsOf(page));
  }
}

/** Which kind of page it is: one of each is enough. */
function kinds(): (path: string) => string {
  const inside = new Map<string, Set<string>>();
  return (path) => {
    const { pathname, searchParams } = new URL(path, "http://here");
    let at = "";
    for (const part of pathname.split("/").slice(2)) {
      const siblings = inside.get(at) ?? new Set();
      inside.set(at, siblings.add(part));
      at += /^[0-9a-f-]{20,}$|^\d+$/.test(part) || (at !== "" && siblings.size > MANY) ? "/*" : `/${part}`;
    }
    return `${at}?${[...searchParams.keys()].sort().join("&")}`;
  };
}

async function visitAs(page: Page, kindOf: (path: string) => string, from: string[]): Promise<void> {
  const seen = new Set(from.map(kindOf));
  const waiting = [...from];
  for (let left = MOST; left > 0 && waiting.length > 0; left--) {
    const path = waiting.shift() ?? "";
    for (const lang of LANGS) {
      try {
        const answer = await page.goto(path.replace("/nb/", `/${lang}/`));
        tell(`${path} ${answer?.status()}`, lang, await wordsOf(page));
      } catch (why) {
        told.push(`--- ${lang} ${path}: ${String(why).slice(0, 80)}`);
        break;
      }
      if (lang === "nb") {
        const links = await page.locator("main a[href], header a[href]").evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).getAttribute("href") ?? ""));
        for (const link of links) {
          const { pathname, search, origin } = new URL(link, page.url());
          if (origin !== new URL(page.url()).origin || !pathname.startsWith("/nb/") || LEFT_ALONE.test(pathname)) continue;
          const kind = kindOf(pathname + search);
          if (seen.has(kind) || (PUBLIC.has(pathname.split("/")[2] ?? "") && !pathname.endsWith("/ta-i-bruk"))) continue;
          seen.add(kind);
          waiting.push(pathname + search);
        }
      }
      await withFaults(page, path, lang).catch((why: unknown) => told.push(`!!! ${path}: ${String(why).slice(0, 80)}`));
    }
  }
}

/** What a letter says comes quoted-printable. */
function readable(letter: string): string {
  const bytes = letter.slice(letter.search(/\r?\n\r?\n/)).replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}

test("every word", async ({ page, site }) => {
  test.setTimeout(3_600_000);
  await site.tell("import", CONTENT);
  for (const sample of samples) {
    for (const lang of LANGS) {
      await open(page, site.url, sample, lang);
      tell(`${sample.name} ${sample.path}`, lang, await wordsOf(page));
    }
  }
  writeFileSync(FILE, told.join("\n"));
  await codeFor(page, site, "leser@kommune.example.org");
  const kindOf = kinds();
  for (const person of PEOPLE) {
    told.push(`=== ${person}`);
    await become(page, person);
    // Not everybody writes.
    const text = await begin(page, "Lest høyt").catch(() => "/nb/skriv");
    await visitAs(page, kindOf, ["/nb/min-side", text]);
    writeFileSync(FILE, told.join("\n"));
  }
  told.push("=== Letters", ...new Set(site.mails.with("").map(({ text }) => readable(text))));
  writeFileSync(FILE, told.join("\n"));
});
