// What every answer says about itself, whoever asks and whatever the answer is.
import { CONTACT, PROJECT } from "../lib/pages";
import { expectSafe } from "../lib/safety";
import { expect, test } from "../lib/test";

async function staticFile(html: string, ending: string): Promise<string> {
  const found = new RegExp(`/static/[^"]+\\.[0-9a-f]{8}\\.${ending}`).exec(html);
  if (!found) throw new Error(`the page links no .${ending} file`);
  return found[0];
}

// Pages of the site are held to the same in pages.spec.ts.
for (const path of ["/", "/api/v1/search?q=mat", "/id/not-an-id"]) {
  test(`the safety headers stand on ${path}`, async ({ request }) => {
    expectSafe((await request.get(path, { maxRedirects: 0 })).headers(), path);
  });
}

test("the front door leads to the language one reads", async ({ request }) => {
  for (const [asked, given] of [
    ["nb-NO,nb;q=0.9", "/nb/"],
    ["nn-NO,nb;q=0.5", "/nn/"],
    ["se,nb;q=0.5", "/se/"],
    ["en-GB,en", "/en/"],
    ["de-DE,de", "/nb/"],
    ["nb,en;q=0.9", "/nb/"],
  ] as const) {
    const answer = await request.get("/", { headers: { "accept-language": asked }, maxRedirects: 0 });
    expect(answer.status(), asked).toBe(303);
    expect(answer.headers().location, asked).toBe(given);
  }
});

test("a page that has not changed is not sent again", async ({ request }) => {
  const first = await request.get(PROJECT);
  const tag = first.headers().etag ?? "";
  expect(tag).not.toBe("");
  const again = await request.get(PROJECT, { headers: { "if-none-match": tag } });
  expect(again.status()).toBe(304);
  expect((await again.body()).length).toBe(0);
});

for (const coding of ["br", "gzip"]) {
  test(`pages and files go out as ${coding}`, async ({ request }) => {
    const page = await request.get(PROJECT, { headers: { "accept-encoding": coding } });
    expect(page.headers()["content-encoding"]).toBe(coding);
    expect(page.headers().vary?.toLowerCase()).toContain("accept-encoding");
    const style = await request.get(await staticFile(await page.text(), "css"), { headers: { "accept-encoding": coding } });
    expect(style.headers()["content-encoding"]).toBe(coding);
    expect(style.headers()["content-type"]).toContain("text/css");
  });
}

test("files are kept for ever, and pages are asked for again", async ({ request }) => {
  const page = await request.get(PROJECT);
  expect(page.headers()["cache-control"]).toMatch(/no-cache|no-store|max-age=0/);
  for (const ending of ["css", "js", "woff2"]) {
    const file = await request.get(await staticFile(await page.text(), ending));
    expect(file.status(), ending).toBe(200);
    expect(file.headers()["cache-control"], ending).toMatch(/max-age=31536000.*immutable/);
  }
  expect((await request.get("/static/app.00000000.css")).status()).toBe(404);
});

test("HEAD answers as GET does, without the page", async ({ request }) => {
  const [get, head] = await Promise.all([request.get(PROJECT), request.head(PROJECT)]);
  expect(head.status()).toBe(200);
  expect((await head.body()).length).toBe(0);
  expect(head.headers()["content-type"]).toBe(get.headers()["content-type"]);
});

test("a bad address is answered, never an accident", async ({ request }) => {
  const bad = [
    "/nb/prosjekter?status=finnes-ikke",
    "/nb/prosjekter?side=0",
    "/nb/prosjekter?side=99999999999999999999",
    "/nb/prosjekter?side=-1",
    "/nb/prosjekter?aar=tull",
    "/nb/prosjekter?tema=%FF%FE",
    "/nb/prosjekter?tema=%00",
    "/nb/prosjekter/%FF",
    "/nb/prosjekter/..%2f..%2fetc%2fpasswd",
    "/nb/sok?side=x&q=mat",
    "/xx/prosjekter",
    "/id/not-an-id",
    "/id/00000000-0000-7000-8000-000000000000",
    "/static/../Cargo.toml",
    "/filer/00000000-0000-7000-8000-000000000000/x.webp",
    "/nb/prosjekter/e2e-utkast",
  ];
  for (const path of bad) expect([400, 404, 422], path).toContain((await request.get(path)).status());
  expect((await request.get(`/nb/sok?q=${"a".repeat(5000)}`)).status()).toBeLessThan(500);
  for (const q of ['"', "AND", "a:b", "(((", "*", "%00", "~9", "[1 TO"]) {
    expect((await request.get(`/nb/sok?q=${q.startsWith("%") ? q : encodeURIComponent(q)}`)).status(), q).toBeLessThan(500);
  }
  const tooMuch = await request.post(CONTACT, { form: { melding: "x".repeat(3_000_000) } });
  expect([413, 422]).toContain(tooMuch.status());
});

test("a form of another site is refused", async ({ request, site }) => {
  const post = (headers: Record<string, string>) => request.post(CONTACT, { form: {}, headers });
  expect((await post({ "sec-fetch-site": "cross-site" })).status()).toBe(403);
  expect((await post({ origin: "https://elsewhere.example" })).status()).toBe(403);
  expect((await post({ origin: site.url })).status()).toBe(422);
});
