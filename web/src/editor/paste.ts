import { put } from "./dialog";

/** What is pasted out of Word, Outlook or a page becomes marks: headings, lists, tables, links, weight, and nothing else. */
export function pasting(form: HTMLFormElement): void {
  form.addEventListener("paste", (event) => {
    const area = event.target;
    const html = event.clipboardData?.getData("text/html");
    if (!(area instanceof HTMLTextAreaElement) || !("marked" in area.dataset) || !html) return;
    const text = marks(html);
    if (!text) return;
    event.preventDefault();
    put(area, text, area.selectionStart, area.selectionEnd);
  });
}

export function marks(html: string): string {
  // A document of its own: nothing in it is loaded or run.
  const page = new DOMParser().parseFromString(html, "text/html");
  looks = looksOf(page);
  return blocks(page.body).replace(/[ \t]+\n/g, "\n").replace(/\n{3,}/g, "\n\n").trim();
}

const UNSEEN = "script, style, template, head, title, meta, link, del, s, strike, svg, img, object, iframe, input, button, select, textarea";

/** What the style sheet that came along says of each element, the last said first. A page that is only read has no such thing of its own. */
let looks = new Map<Element, string>();

function looksOf(page: Document): Map<Element, string> {
  const found = new Map<Element, string>();
  for (const sheet of page.querySelectorAll("style")) {
    // Word hides its rules in a comment. What holds for paper alone says nothing of what they saw.
    const rules = (sheet.textContent ?? "").replace(/<!--|-->|\/\*[^]*?\*\//g, "").replace(/@(media|supports)[^{]*\{([^{}]*\{[^{}]*\})*[^{}]*\}/g, "");
    for (const [, selectors = "", look = ""] of rules.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      for (const element of chosenBy(page, selectors.trim())) found.set(element, `${look};${found.get(element) ?? ""}`);
    }
  }
  return found;
}

function chosenBy(page: Document, selectors: string): Element[] {
  try {
    return selectors.startsWith("@") ? [] : [...page.querySelectorAll(selectors)];
  } catch {
    // Not a selector that this browser knows.
    return [];
  }
}

/** Hidden text, tracked deletions, what is crossed out and comments are not part of what somebody means to bring along. */
function isUnseen(element: Element): boolean {
  const look = lookOf(element);
  const says = (name: string, value: RegExp) => value.test(new RegExp(`;${name}:([^;]+)`).exec(look)?.[1] ?? "");
  return (
    element.matches(UNSEEN) ||
    element.hasAttribute("hidden") ||
    says("display", /^none/) ||
    says("visibility", /^hidden/) ||
    says("mso-hide", /^all/) ||
    says("mso-element", /^(comment|annotation)/) ||
    says("text-decoration(?:-line)?", /line-through/) ||
    /msocomanch|msocomoff|msocomtxt|msodel/.test(element.className.toString().toLowerCase())
  );
}

/** What is said of an element's look: by its own style, by what was written before there was such a thing, and by the sheet. */
function lookOf(element: Element): string {
  const of = (name: string, as: string) => (element.hasAttribute(name) ? `${as}${element.getAttribute(name) ?? ""};` : "");
  return `;${of("style", "")}${of("color", "color:")}${of("bgcolor", "background:")}${looks.get(element) ?? ""}`.toLowerCase().replace(/\s/g, "");
}

/** The nearest thing said. */
function nearest(element: Element | null, what: RegExp): string {
  for (let at = element; at; at = at.parentElement) {
    const found = what.exec(lookOf(at))?.[1];
    if (found) return found;
  }
  return "";
}

const WHITE = /^(white|#fff(fff)?|rgba?\(255,255,255(,1)?\))/;
const BARE = /^(transparent|none|initial|inherit|auto|rgba\(\d+,\d+,\d+,0\))/;
const TINY = /^(0|0?\.\d+|1(\.\d+)?)(px|pt)?$/;

/** White on white, or so small that nobody reads it: a way to hide words from whoever copies them. */
function isTooFaint({ parentElement: parent }: Text): boolean {
  if (TINY.test(nearest(parent, /;font-size:([^;]+)/))) return true;
  if (!WHITE.test(nearest(parent, /;color:([^;]+)/))) return false;
  const behind = nearest(parent, /;background(?:-color)?:([^;]+)/);
  return !behind || WHITE.test(behind) || BARE.test(behind);
}

const BLOCK = /^(address|article|aside|blockquote|div|dl|dt|dd|figure|footer|form|h[1-6]|header|hr|li|main|ol|p|pre|section|table|ul)$/;
const isBlock = (node: Node) => node instanceof Element && BLOCK.test(node.localName);

function blocks(parent: Element): string {
  let out = "";
  let line = "";
  let isListed = false;
  // What comes after a list of Word's is not a part of its last point.
  const add = (text: string, isPoint: boolean) => {
    out += isListed && !isPoint && text ? `\n${text}` : text;
    isListed = text ? isPoint : isListed;
  };
  const flush = () => {
    if (line.trim()) add(`${begun(line.trim().replace(/ {2,}/g, " "))}\n\n`, false);
    line = "";
  };
  for (const node of parent.childNodes) {
    if (node instanceof Element && isUnseen(node)) continue;
    if (node instanceof Element && (isBlock(node) || [...node.children].some(isBlock))) {
      flush();
      add(block(node), isPoint(node));
    } else {
      line += inline(node);
    }
  }
  flush();
  return out;
}

/** Word writes a list as paragraphs, with the bullet as hidden text. */
const isPoint = (element: Element) => element.localName === "p" && /mso-list:/.test(element.getAttribute("style") ?? "");

function block(element: Element): string {
  const name = element.localName;
  const heading = /^h([1-6])$/.exec(name);
  if (heading) {
    const words = wordsOf(element);
    // The page's own title is the first level.
    return words ? `${"#".repeat(Math.max(2, Number(heading[1])))} ${words}\n\n` : "";
  }
  if (name === "ul" || name === "ol") return `${list(element, "")}\n`;
  if (name === "table") return table(element);
  if (isPoint(element)) return word(element);
  return blocks(element);
}

function list(element: Element, indent: string): string {
  let out = "";
  let number = whole(element, "start", 1) - 1;
  for (const item of element.children) {
    if (isUnseen(item)) continue;
    if (/^(ul|ol)$/.test(item.localName)) {
      out += list(item, `${indent}  `);
      continue;
    }
    number = whole(item, "value", number + 1);
    const mark = element.localName === "ol" ? `${number}. ` : "- ";
    const inside = " ".repeat(mark.length);
    const nested = [...item.children].filter((child) => /^(ul|ol)$/.test(child.localName));
    const words = [...item.childNodes].filter((node) => !nested.includes(node as Element)).map(inline).join("").trim();
    out += `${indent}${mark}${begun(words.replace(/\s+/g, " "))}\n`;
    for (const child of nested) out += list(child, indent + inside);
  }
  return out;
}

function word(element: Element): string {
  const level = Number(/level(\d)/.exec(element.getAttribute("style") ?? "")?.[1] ?? 1);
  const bullet = [...element.querySelectorAll<HTMLElement>("[style]")].find((one) => /mso-list:\s*ignore/i.test(one.getAttribute("style") ?? ""));
  const sign = bullet?.textContent ?? "";
  const number = /^\s*(\d{1,9})[.)]/.exec(sign)?.[1] ?? (/^\s*[a-z]+[.)]/i.test(sign) ? "1" : "");
  bullet?.remove();
  return `${"   ".repeat(level - 1)}${number ? `${number}. ` : "- "}${begun(wordsOf(element))}\n`;
}

function table(element: Element): string {
  const own = [...element.querySelectorAll("tr")].filter((row) => row.closest("table") === element && !isUnseen(row));
  const rows = own.map((row) => [...row.children].filter((cell) => !isUnseen(cell)));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return "";
  // A table of one column, or of one row around others, is only a frame around text.
  if (width === 1 || (rows.length === 1 && element.querySelector("table"))) return rows.flat().map(blocks).join("");
  const said = rows.map((row) => row.map((cell) => wordsOf(cell).replace(/\|/g, "\\|")));
  const line = (cells: string[]) => `| ${Array.from({ length: width }, (_, nth) => cells[nth] ?? "").join(" | ")} |\n`;
  const [first = [], ...rest] = said;
  return `${line(first)}${line(Array<string>(width).fill("---"))}${rest.map(line).join("")}\n`;
}

const wordsOf = (element: Element) => [...element.childNodes].map(inline).join("").replace(/\s+/g, " ").trim();

/** A whole number that an element says, or another. */
function whole(element: Element, name: string, other: number): number {
  const said = element.getAttribute(name) ?? "";
  return /^\s*\d{1,9}\s*$/.test(said) ? Number(said) : other;
}

/** What would be read as a mark, and was none. */
const plain = (text: string) => text.replace(/\s+/g, " ").replace(/([\\`*_[\]<~])/g, "\\$1").replace(/&(?=#?\w+;)/g, "\\&");

/** The same of what is one only where a line begins: «1. april» is a date. */
const begun = (text: string) =>
  text.replace(/^( *)(\d{1,9})([.)])(?=\s|$)/gm, "$1$2\\$3").replace(/^( *)([-+](?=\s|$)|#{1,6}(?=\s|$)|>|-{2,}\s*$|=+\s*$)/gm, "$1\\$2");

/** Where paragraphs, lists and tables have to stand in one line, their parts are held from each other. */
function parted(element: Element, words: string): string {
  if (!words.trim()) return words;
  if (/^(li|td|th|tr)$/.test(element.localName)) return element.previousElementSibling ? `; ${words}` : words;
  return isBlock(element) ? ` ${words} ` : words;
}

function inline(node: Node): string {
  if (node instanceof Text) return isTooFaint(node) ? "" : plain(node.data);
  if (!(node instanceof Element) || isUnseen(node)) return "";
  if (node.localName === "br") return "\n";
  const words = parted(node, [...node.childNodes].map(inline).join(""));
  if (!words.trim()) return words ? " " : "";
  const address = node.localName === "a" ? (node.getAttribute("href") ?? "") : "";
  if (/^(https?:|mailto:|tel:)/i.test(address)) return `[${words.trim()}](${address.replace(/[\s()<>]/g, encodeURIComponent)})`;
  const wrap = (mark: string) => words.replace(/^(\s*)([^]*?)(\s*)$/, `$1${mark}$2${mark}$3`);
  if (/^(b|strong)$/.test(node.localName)) return wrap("**");
  if (/^(i|em)$/.test(node.localName)) return wrap("*");
  return words;
}
