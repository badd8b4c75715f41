// One network that asks too often is told so, on a page anyone can read.
import { breachesInEveryLook } from "../lib/axe";
import { TIP } from "../lib/pages";
import { expect, test } from "../lib/test";

test.use({ limits: "on" });

test("too many forms: 429, when to come back, and a way on", async ({ page, request, visit }) => {
  // A form that is refused is no letter; tries at sending a tip are counted.
  const post = () => request.post(TIP, { form: {} });
  let answer = await post();
  for (let n = 0; n < 100 && answer.status() === 422; n++) answer = await post();
  expect(answer.status()).toBe(429);
  expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(0);

  await visit({ name: "429", path: TIP, status: 429, post: { fields: [], from_elsewhere: false } });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
  expect(await breachesInEveryLook(page)).toEqual([]);
});

test("reading is not limited", async ({ request }) => {
  for (let n = 0; n < 100; n++) expect((await request.get("/nb/prosjekter")).status()).toBe(200);
});
