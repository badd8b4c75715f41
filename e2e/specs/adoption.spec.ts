// Somebody says that their unit takes a project into use: it waits for a yes, and every page of it is for all.
import { NARROW, breachesInEveryLook } from "../lib/axe";
import { invalid } from "../lib/html";
import { logIn } from "../lib/login";
import { reach } from "../lib/reflow";
import { expect, test } from "../lib/test";

const ITEM = "/nb/prosjekter/e2e-rolige-maltider";

test("from the page of a project to its place in the queue, on a phone", async ({ page, site }, info) => {
  const unit = `Prøveheimen ${info.project.name}`;
  await page.setViewportSize({ width: 390, height: 844 });
  await logIn(page, site, `bruk-${info.project.name.replace(/\W/g, "-")}@example.org`);
  await page.goto(ITEM);
  await page.getByRole("link", { name: "Vi tar dette i bruk" }).click();
  await page.getByLabel(/^Kommune/).fill("Hamar");
  await page.getByLabel(/^Enhet/).fill(unit);
  await page.getByRole("radio", { name: "I bruk" }).check();
  await page.getByLabel(/^Siden når/).fill("mai 2099");
  await page.locator("main #send").click();
  // Not yet: said, and what was typed is there still.
  await expect(page.locator(".ds-error-summary")).toContainText("ikke kommet ennå");
  await expect(page.getByLabel(/^Enhet/)).toHaveValue(unit);
  await page.getByLabel(/^Siden når/).fill("mars 2026");
  await page.locator("main #send").click();
  await expect(page.getByRole("status").filter({ hasText: "har sagt ja" })).toBeVisible();
  await expect(page.getByText("Venter på ja fra stedet")).toBeVisible();
  const own = await page.getByRole("link", { name: new RegExp(unit) }).getAttribute("href");
  await page.goto(`${ITEM}/i-bruk`);
  await expect(page.locator("main")).not.toContainText(unit);
  await page.locator(".tree").getByRole("link", { name: /Bodø/ }).click();
  await expect(page).toHaveURL(/#b[0-9a-f]{32}$/);
  for (const one of [`${ITEM}/i-bruk`, `${ITEM}/ta-i-bruk`, "/nb/tatt-i-bruk?kommune=3403", "/nb/bruk", own ?? ""]) {
    await page.setViewportSize({ width: 390, height: 844 });
    const answer = await page.goto(one);
    expect.soft(answer?.status(), one).toBe(200);
    expect.soft(await invalid((await answer?.text()) ?? ""), one).toEqual([]);
    await page.setViewportSize({ width: NARROW, height: 640 });
    const { width, tooWide } = await reach(page, NARROW);
    expect.soft(width, `${one}: ${tooWide.join("\n")}`).toBeLessThanOrEqual(NARROW);
    expect.soft(await breachesInEveryLook(page), one).toEqual([]);
  }
});

test("lists go by what most have taken into use", async ({ page }) => {
  await page.goto("/nb/prosjekter");
  await page.getByRole("link", { name: "Mest tatt i bruk" }).click();
  await expect(page).toHaveURL(/sorter=bruk/);
  await expect(page.locator("main article, main li").filter({ hasText: "Rolige måltider" }).first()).toBeVisible();
  await page.goto("/nb/tatt-i-bruk");
  await page.getByLabel("Kommune").selectOption({ label: "Hamar" });
  await page.getByRole("button", { name: "Vis" }).click();
  await expect(page.getByRole("region", { name: "I kommunen" }).getByRole("link", { name: /^Rolige måltider/ })).toBeVisible();
});
