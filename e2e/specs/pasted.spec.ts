// What is pasted out of Word, Outlook and pages into a text.
import { begin } from "../lib/editor";
import { logIn } from "../lib/login";
import { expect, test } from "../lib/test";

/** Somebody else in each test: only so many codes go to one address in an hour. */
let writer = "";

test.beforeEach(({}, info) => {
  writer = `limer-${info.testId}@kommune.example.org`;
});

test("what is pasted out of Word keeps its lists, and none of what is hidden in them", async ({ page, site }) => {
  await logIn(page, site, writer);
  await begin(page, "Fra Word");
  const body = page.locator("#body");
  await body.evaluate((area) => {
    const data = new DataTransfer();
    const item = (bullet: string, level: number, text: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${bullet}<span>&nbsp;&nbsp; </span></span><![endif]>${text}</p>`;
    data.setData(
      "text/html",
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {}</style></head><body><!--StartFragment--><p class=MsoNormal>Slik: <o:p></o:p></p>${item("·", 1, "en")}${item("o", 2, "innenfor")}${item("1.", 1, "tallet")}<p class=MsoNormal><span class=msoDel>strøket</span>slutt<a class=msocomanchor href="#_msocom_1">[KN1]</a></p><table class=MsoTableGrid><tr><td><p class=MsoNormal>a</p></td><td><p class=MsoNormal><b>b</b></p></td></tr></table><div style='mso-element:comment'>Fra Kari</div><!--EndFragment--></body></html>`,
    );
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(body).toHaveValue("Slik:\n\n- en\n   - innenfor\n1. tallet\n\nslutt\n\n| a | **b** |\n| --- | --- |");
});

test("what is pasted keeps its parts from each other, and nothing of it becomes another thing", async ({ page, site }) => {
  await logIn(page, site, writer);
  await begin(page, "Limt inn");
  const body = page.locator("#body");
  const cases: [html: string, text: string][] = [
    ["<table><tr><td><p>Januar</p><p>linje to</p></td><td><ul><li>x</li><li>y</li></ul></td></tr><tr><td>a</td><td>b</td></tr></table>", "| Januar linje to | x; y |\n| --- | --- |\n| a | b |"],
    ["<table><tr><td>A</td><td>B</td></tr><tr><td><table><tr><td>1</td><td>2</td></tr></table></td><td>ut</td></tr></table>", "| A | B |\n| --- | --- |\n| 1; 2 | ut |"],
    ["<ol start=3><li>tre</li><li>fire</li></ol>", "3. tre\n4. fire"],
    ["<p>1. april begynte vi.</p><ul><li>2. mai</li></ul>", "1\\. april begynte vi.\n\n- 2\\. mai"],
    ["<style><!-- span.skjult {display:none; mso-hide:all} @media print {.paa {display:none}} --></style><p>Synlig<span class=skjult> hemmelig</span><span class=paa> ord</span></p>", "Synlig ord"],
    ["<p>Vi <s>ikke </s><span style='text-decoration:line-through'>var </span>er her</p>", "Vi er her"],
  ];
  for (const [html, text] of cases) {
    await body.fill("");
    await body.evaluate((area, html) => {
      const data = new DataTransfer();
      data.setData("text/html", html);
      area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, html);
    await expect(body).toHaveValue(text);
  }
});

test("what is too faint to be read is not pasted", async ({ page, site }) => {
  await logIn(page, site, writer);
  await begin(page, "For lite til å leses");
  const body = page.locator("#body");
  await body.evaluate((area) => {
    const data = new DataTransfer();
    const faint = "<span style='color:white'>hvit</span><span style='font-size:1.0pt'>bitte</span><font color='#FFFFFF'>gammel</font>";
    const head = "<td style='background:#4472C4'><span style='color:white'>Hode</span></td>";
    data.setData("text/html", `<p>Synlig${faint}<span style='color:windowtext'> tekst</span></p><table><tr>${head}<td>x</td></tr></table>`);
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(body).toHaveValue("Synlig tekst\n\n| Hode | x |\n| --- | --- |");
});
