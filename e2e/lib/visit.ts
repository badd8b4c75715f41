// Opens a sample page, with or without script.
import { expect, type APIRequestContext, type APIResponse, type Page } from "@playwright/test";
import type { Sample } from "./pages";

/** What the server sent. */
export interface Sent {
  headers: Record<string, string>;
  html: string;
}

/** Sends the form of a sample page, without showing the answer. */
async function send(request: APIRequestContext, origin: string, { name, path, status, post }: Sample): Promise<APIResponse> {
  const headers = post?.from_elsewhere
    ? { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" }
    : { origin, "sec-fetch-site": "same-origin" };
  const answer = await request.post(path, { form: Object.fromEntries(post?.fields ?? []), headers });
  expect(answer.status(), `${name}: ${path}`).toBe(status);
  return answer;
}

/** A form's answer is fetched first and then shown at the form's own address. */
export async function visit(page: Page, origin: string, sample: Sample): Promise<Sent> {
  const { name, post, path, status } = sample;
  const response = post && (await send(page.request, origin, sample));
  if (response) await page.route(`**${path}`, (route) => route.fulfill({ response }), { times: 1 });
  const shown = await page.goto(path);
  if (!shown) throw new Error(`${name}: ${path} gave no page`);
  expect(shown.status(), `${name}: ${path}`).toBe(status);
  if (response) return { headers: response.headers(), html: await response.text() };
  return { headers: await shown.allHeaders(), html: await shown.text() };
}

/** Until all that the page asked for of itself has come and is shown: styles, script, typeface, pictures in sight. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
}

/**
 * Turns the page's own script off. Unlike in a context without JavaScript it can be turned on again,
 * once the page stands as it was sent, for the tool that looks at it.
 */
export async function withoutScript(page: Page): Promise<() => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  const off = async (value: boolean) => {
    await devtools.send("Emulation.setScriptExecutionDisabled", { value });
  };
  await off(true);
  return async () => {
    await off(false);
    await devtools.detach();
  };
}

/** Waits until all there is can be found: a server that has just been filled makes its index when it starts. */
export async function searchable(origin: string): Promise<void> {
  const found = async () => ((await (await fetch(`${origin}/api/v1/search?q=måltid`)).json()) as { total: number }).total;
  await expect.poll(found, { timeout: 60_000 }).toBeGreaterThan(0);
}
