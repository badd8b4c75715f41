// Telling somebody about a page: a real letter by a real mail server, with and without script.
import { PROJECT, TIP } from "../lib/pages";
import { expect, test } from "../lib/test";

const HUMAN = 2_500;

/** The text of a letter as it was before it was packed for the way. */
function unpacked(letter: string): string {
  const bytes = letter
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}

for (const script of [true, false]) {
  test.describe(script ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled: script });

    test("a reader tells a colleague about a page", async ({ page, site }, info) => {
      const to = `kollega-${info.project.name}-${script}@kommune.example.org`;
      await page.goto(PROJECT);
      await page.getByRole("link", { name: "Tips noen om siden" }).click();
      await expect(page).toHaveURL(TIP);
      await page.getByLabel("E-postadressen til den du vil tipse").fill(`${to}, annen@kommune.example.org`);
      await page.getByLabel("Navnet ditt").fill("Åse Prøve");
      await page.getByLabel("E-postadressen din").fill("ase@kommune.example.org");
      await page.getByLabel("Hilsen").fill("Se på dette, f.eks. til møtet kl.10.");
      await page.getByRole("button", { name: "Send tipset" }).click();
      await expect(page).toHaveTitle(/^Feil: /);
      await expect(page.getByRole("group", { name: /Du må rette 1 feil/ })).toContainText("bare én e-postadresse");
      expect(site.mails.with(to)).toEqual([]);

      await page.getByLabel("E-postadressen til den du vil tipse").fill(to);
      await page.waitForTimeout(HUMAN);
      await page.getByRole("button", { name: "Send tipset" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Tipset er på vei" })).toBeVisible();
      await expect.poll(() => site.mails.with(to).length).toBe(1);
      const [letter] = site.mails.with(to);
      expect(letter?.to).toEqual([to]);
      const text = unpacked(letter?.text ?? "");
      expect(text).toContain("Reply-To: ase@kommune.example.org");
      expect(text).toContain("Åse Prøve (ase@kommune.example.org) har bedt oss sende deg denne lenken:");
      expect(text).toContain(`${site.url}${PROJECT}`);
      expect(text).toContain("> Se på dette, f.eks. til møtet kl.10.");
      // One link, and it is ours.
      expect(text.match(/https?:\/\//g)).toHaveLength(1);
      await page.getByRole("link", { name: /^Tilbake til/ }).click();
      await expect(page).toHaveURL(PROJECT);
    });
  });
}

test("the page can be sent by one's own mail program, and its address copied", async ({ page, context, site }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(PROJECT);
  const mailto = await page.getByRole("link", { name: "Send med ditt eget e-postprogram" }).getAttribute("href");
  const letter = new URL(mailto ?? "");
  expect(letter.searchParams.get("subject")).toBe("Rolige måltider på tre avdelinger");
  expect(letter.searchParams.get("body")).toMatch(new RegExp(`^${site.url}/id/[0-9a-f-]{36}$`));
  await page.getByRole("button", { name: "Kopier adressen" }).click();
  await expect(page.getByText("Adressen er kopiert.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(letter.searchParams.get("body"));
});
