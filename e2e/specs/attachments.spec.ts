// What stands only in a file that hangs by a page is found, with the page of the file it stands on.
import { breachesInEveryLook } from "../lib/axe";
import { TOOL } from "../lib/pages";
import { expect, test } from "../lib/test";

const SEARCH = "/nb/sok?q=nattbordskuffen";

for (const script of [true, false]) {
  test.describe(script ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled: script });

    test("a word in an attachment leads to the page and to the file", async ({ page, request }) => {
      // The file is read in the background, a moment after it came in.
      await expect
        .poll(async () => (await (await request.get("/api/v1/search?q=nattbordskuffen")).json()).total, { timeout: 30_000 })
        .toBe(1);
      await page.goto(SEARCH);
      const hit = page.getByRole("article").filter({ hasText: "Sjekkliste for rolige måltider" });
      await expect(hit.locator("mark")).toHaveText("Nattbordskuffen");
      const file = hit.getByRole("link", { name: "I vedlegget «Rutine for natt» (PDF), side 3" });
      const address = (await file.getAttribute("href")) ?? "";
      expect(address).toMatch(/\/rutine\.pdf#page=3$/);
      const answer = await request.get(address);
      expect(answer.headers()["content-type"]).toBe("application/pdf");
      expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
      if (script) expect(await breachesInEveryLook(page)).toEqual([]);
      await hit.getByRole("link", { name: "Sjekkliste for rolige måltider" }).click();
      await expect(page).toHaveURL(new RegExp(`${TOOL}$`));
      await expect(page.getByRole("link", { name: "Rutine for natt" })).toBeVisible();
    });
  });
}
