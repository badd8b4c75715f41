// Opens a sample page, with or without script, or just asks for it.
import { expect, type APIRequestContext, type APIResponse, type Page } from "@playwright/test";
import type { Sample } from "./pages";

/** Asks for a sample page without showing it. */
export async function ask(request: APIRequestContext, origin: string, sample: Sample): Promise<APIResponse> {
  const { post, path, status = 200 } = sample;
  const headers = { origin, "sec-fetch-site": "same-origin", ...post?.headers };
  const answer = await (post ? request.post(path, { form: post.fields, headers }) : request.get(path));
  expect(answer.status(), `${sample.name}: ${path}`).toBe(status);
  return answer;
}

/** A form's answer is fetched first and then shown at the form's own address. */
export async function visit(page: Page, origin: string, sample: Sample): Promise<void> {
  const { post, path, status = 200 } = sample;
  if (post) {
    const response = await ask(page.request, origin, sample);
    await page.route(`**${path}`, (route) => route.fulfill({ response }), { times: 1 });
  }
  const answer = await page.goto(path);
  expect(answer?.status(), `${sample.name}: ${path}`).toBe(status);
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
  return () => off(false);
}
