// Feeds, references, the map and what machines are told, read by other people's libraries.
import { parseAtomFeed } from "feedsmith";
import ICAL from "ical.js";
import { PROJECT, VERSIONS } from "../lib/pages";
import { expect, test } from "../lib/test";

test("every feed that a page points to can be read", async ({ page, request, site }) => {
  for (const path of ["/nb/", "/nb/prosjekter?tema=maltidet", "/nn/nyheter", "/nb/sok?q=måltid", "/en/publikasjoner"]) {
    await page.goto(path);
    const feeds = page.locator('link[type="application/atom+xml"]');
    const hrefs = await feeds.evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
    expect(hrefs.length, path).toBeGreaterThan(0);
    for (const href of hrefs) {
      const answer = await request.get(href);
      expect(answer.status(), href).toBe(200);
      expect(answer.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
      const feed = parseAtomFeed(await answer.text());
      expect(feed.title, href).toBeTruthy();
      expect(feed.updated, href).toMatch(/^\d{4}-\d\d-\d\dT/);
      const self = feed.links?.find((link) => link.rel === "self")?.href;
      expect(decodeURI(self ?? ""), href).toBe(decodeURI(href));
      for (const entry of feed.entries ?? []) {
        expect(entry.id).toMatch(/^urn:uuid:/);
        expect(entry.title && entry.updated).toBeTruthy();
        expect(entry.links?.[0]?.href).toContain(site.url);
      }
      expect((feed.entries ?? []).length, `${href} has something`).toBeGreaterThan(0);
    }
  }
});

test("a calendar, wherever there is one, can be read", async ({ page, request }) => {
  await page.goto("/nb/folg?side=arrangementer");
  const calendars = page.locator('a[href$=".ics"]');
  for (const href of await calendars.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))) {
    const calendar = new ICAL.Component(ICAL.parse(await (await request.get(href)).text()) as unknown[]);
    const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone") ?? undefined);
    expect(zone.tzid).toBe("Europe/Oslo");
    const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
    expect(events.length).toBeGreaterThan(0);
    for (const event of events) {
      expect(event.uid && event.summary).toBeTruthy();
      expect(event.endDate.compare(event.startDate)).toBeGreaterThanOrEqual(0);
    }
  }
});

/** What schema.org asks of each type, as search engines read it. */
const REQUIRED: Record<string, string[]> = {
  WebSite: ["name", "url", "potentialAction"],
  BreadcrumbList: ["itemListElement"],
  CollectionPage: ["name", "mainEntity"],
  Article: ["headline", "datePublished", "dateModified", "inLanguage", "about", "url"],
  NewsArticle: ["headline", "datePublished", "dateModified", "inLanguage"],
  Report: ["name", "headline", "datePublished", "publisher", "inLanguage", "identifier"],
  WebPage: ["name", "url", "inLanguage"],
};

test("machines are told what a page is", async ({ page }) => {
  const pages = { "/nb/": "WebSite", "/nb/prosjekter": "CollectionPage", [PROJECT]: "Article", "/nb/nyheter/e2e-samling-i-mars": "NewsArticle", "/nb/publikasjoner/e2e-rapport": "Report", "/nb/sider/e2e-om-prosjektarbeid": "WebPage" };
  for (const [path, type] of Object.entries(pages)) {
    await page.goto(path);
    const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
    const all = texts.map((text) => JSON.parse(text) as Record<string, unknown>);
    expect(all.map((one) => one["@type"]), path).toContain(type);
    for (const one of all) {
      expect(one["@context"]).toBe("https://schema.org");
      for (const field of REQUIRED[String(one["@type"])] ?? []) expect(one[field], `${path}: ${one["@type"]}.${field}`).toBeTruthy();
    }
  }
});

test("a project and a publication can be referred to", async ({ page }) => {
  for (const path of [PROJECT, VERSIONS]) {
    await page.goto(path);
    const section = page.getByRole("region", { name: "Vis til denne siden" });
    await expect(section).toContainText("/id/");
    for (const [name, begins] of [["RIS", "TY  - "], ["BibTeX", "@"], ["CSL-JSON", "[{"]] as const) {
      const href = await section.getByRole("link", { name, exact: true }).getAttribute("href");
      const answer = await page.request.get(href ?? "");
      expect(answer.headers()["content-disposition"]).toMatch(/^attachment; filename="e2e-/);
      expect((await answer.text()).startsWith(begins), href ?? "").toBe(true);
    }
  }
});

const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => address);

test("the map holds pages that answer, and every alternate links back", async ({ request, site }) => {
  test.setTimeout(180_000);
  const robots = await (await request.get("/robots.txt")).text();
  const map = /^Sitemap: (.+)$/m.exec(robots)?.[1] ?? "";
  const parts = locations(await (await request.get(map)).text());
  const addresses = new Set<string>();
  for (const part of parts) locations(await (await request.get(part)).text()).forEach((address) => addresses.add(address));
  expect(addresses.size).toBeGreaterThan(50);
  const alternates = (html: string) => [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/g)].map(([, lang, href]) => `${lang} ${href}`).sort();
  const seen = new Map<string, string[]>();
  for (const address of addresses) {
    expect(address.startsWith(site.url)).toBe(true);
    const answer = await request.get(address, { maxRedirects: 0 });
    expect(answer.status(), address).toBe(200);
    const html = await answer.text();
    expect(html, address).toContain(`<link rel="canonical" href="${address}">`);
    seen.set(address, alternates(html));
  }
  for (const [address, own] of seen) {
    expect(own.some((line) => line.endsWith(` ${address}`)), `${address} is among its own`).toBe(true);
    for (const line of own) expect(seen.get(line.split(" ")[1] ?? ""), `${address} to ${line}`).toEqual(own);
  }
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a reader follows by e-mail, by a code from a real letter", async ({ page, context, site }, info) => {
      const address = `leser-${info.project.name}-${javaScriptEnabled}@kommune.example.org`;
      await page.goto("/nb/folg?side=nyheter");
      await page.getByRole("link", { name: "Få dette på e-post" }).click();
      await page.getByRole("button", { name: "Send meg en kode" }).click();
      await expect(page).toHaveTitle(/^Feil: /);
      await page.getByLabel(/^E-postadressen din/).fill(address);
      await page.getByRole("button", { name: "Send meg en kode" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Skriv koden" })).toBeVisible();
      const code = /^\d{6}(?=\r?$)/m;
      const letter = () => site.mails.with(address).find((one) => code.test(one.text));
      await expect.poll(() => letter() !== undefined).toBe(true);
      await page.getByLabel(/^Koden/).fill(code.exec(letter()?.text ?? "")?.[0] ?? "no code");
      await page.getByRole("button", { name: "Begynn å følge" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Nå følger du med" })).toBeVisible();
      expect(await context.cookies()).toEqual([]);
    });
  });
}

const OF_EACH_SHAPE = 15;

/** `/nb/prosjekter/*`, `/nb/prosjekter?tema`: language, room, what follows, and what is asked. */
function shapeOf({ pathname, searchParams }: URL): string {
  const [, lang = "", room = "", ...more] = pathname.split("/");
  const asked = [...searchParams.keys()].sort().join();
  const kind = /\.[a-z]+$/.exec(pathname)?.[0] ?? "";
  return `${lang} ${room} ${"*".repeat(more.length)}${more.length > 1 ? (more.at(-1) ?? "").replace(/\d+/g, "0") : ""} ${kind} ${asked}`;
}

test("a crawl from the front page finds no dead link", async ({ request, site }) => {
  test.setTimeout(600_000);
  // Pages of one shape are made by one template: so many of each are opened, and the map's test opens the rest.
  const shapes = new Map<string, number>();
  const todo = ["/nb/", "/nn/"];
  const seen = new Set(todo);
  const dead: string[] = [];
  while (todo.length) {
    const path = todo.shift() ?? "";
    // A poster that nobody has asked for takes its time on a busy machine.
    const answer = await request.get(path, { timeout: 60_000 });
    if (answer.status() !== 200) dead.push(`${answer.status()} ${path}`);
    if (!answer.headers()["content-type"]?.startsWith("text/html")) continue;
    const html = await answer.text();
    for (const [whole, raw = ""] of html.matchAll(/<(?:a|link)\b[^>]*?\bhref="([^"]+)"[^>]*/g)) {
      if (/rel="nofollow"/.test(whole)) continue;
      const href = raw.replaceAll("&#38;", "&").replaceAll("&amp;", "&");
      const url = new URL(href, `${site.url}${path}`);
      const next = url.pathname + url.search;
      // Each list narrowed in each way would be without end: one step of narrowing is enough.
      const isDeep = [...url.searchParams.keys()].length > 1 || (url.search && path.includes("?"));
      if (url.origin !== site.url || seen.has(next) || isDeep || seen.size > 1_500) continue;
      seen.add(next);
      // What is somebody's own asks for a log-in.
      if (/^\/n[bn]\/min-side/.test(url.pathname)) continue;
      const shape = shapeOf(url);
      const others = shapes.get(shape) ?? 0;
      if (others >= OF_EACH_SHAPE) continue;
      shapes.set(shape, others + 1);
      todo.push(next);
    }
  }
  expect(dead).toEqual([]);
  expect(seen.size).toBeGreaterThan(200);
});
