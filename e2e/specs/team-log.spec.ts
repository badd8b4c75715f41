// A team plans a small test, says how it went and goes on to the next; with nothing but links and forms.
import { NARROW, breachesInEveryLook } from "../lib/axe";
import { invalid } from "../lib/html";
import { logIn } from "../lib/login";
import { reach } from "../lib/reflow";
import { expect, test } from "../lib/test";
import { startWork } from "../lib/work";

test("a small test, how it went, and the next, on a phone", async ({ page, site }, info) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await logIn(page, site, `tests-${info.project.name.replace(/\W/g, "-")}@example.org`);
  await startWork(page, { title: "Rolige kvelder", aim: "Flere skal sove godt", measure: "Netter uten uro", shape: "share", better: "higher" });
  const work = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "Utprøvinger", exact: true }).click();
  await page.getByRole("link", { name: "Planlegg en utprøving" }).click();
  await page.getByRole("textbox", { name: /^Hva prøver dere/ }).fill("Dempet lys fra klokka åtte");
  await page.locator("main #send").click();
  // Without a prediction it comes back, with what was typed.
  await expect(page.locator(".ds-error-summary")).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^Hva prøver dere/ })).toHaveValue("Dempet lys fra klokka åtte");
  await page.getByRole("textbox", { name: /^Hva tror dere skjer/ }).fill("To sovner tidligere");
  await page.locator("main #send").click();
  await page.getByRole("link", { name: /Dempet lys/ }).click();
  await page.getByRole("radio", { name: "Delvis" }).check();
  await page.getByRole("textbox", { name: /^Hva lærte dere/ }).fill("Lyset i gangen var for sterkt");
  await page.getByRole("radio", { name: "Tilpasset" }).check();
  await page.getByRole("textbox", { name: /^Hva prøver dere neste gang/ }).fill("Dempet lys i gangen");
  await page.locator("main #send").click();
  await page.getByRole("link", { name: "Planlegg neste utprøving" }).click();
  await expect(page.getByRole("textbox", { name: /^Hva prøver dere/ })).toHaveValue("Dempet lys i gangen");
  await page.goto(`${work}/oppgaver`);
  await page.getByRole("textbox", { name: /^Hva skal gjøres/ }).fill("Bestill nye pærer");
  await page.locator("main #send").click();
  await page.getByRole("button", { name: /^Gjort/ }).click();
  await expect(page.getByRole("button", { name: /^Gjort/ })).toHaveCount(0);
  const tests = `${work}/utprovinger`;
  const pages = [tests, `${tests}/ny`, `${tests}/1`, `${tests}/1/plan`];
  pages.push(...["oppgaver", "logg", "medvirkning", "status", "endringer"].map((one) => `${work}/${one}`));
  for (const one of pages) {
    const answer = await page.goto(one);
    expect.soft(answer?.status(), one).toBe(200);
    expect.soft(await invalid((await answer?.text()) ?? ""), one).toEqual([]);
    await page.setViewportSize({ width: NARROW, height: 640 });
    const { width, tooWide } = await reach(page, NARROW);
    expect.soft(width, `${one}: ${tooWide.join("\n")}`).toBeLessThanOrEqual(NARROW);
    expect.soft(await breachesInEveryLook(page), one).toEqual([]);
  }
});
