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
  return blocks(page.body).replace(/[ \t]+\n/g, "\n").replace(/\n{3,}/g, "\n\n").trim();
}

const UNSEEN = "script, style, template, head, title, meta, link, del, svg, img, object, iframe, input, button, select, textarea";

/** Hidden text, tracked deletions and comments are not part of what somebody sees and copies. */
function isUnseen(element: Element): boolean {
  const style = (element.getAttribute("style") ?? "").toLowerCase().replace(/\s/g, "");
  return (
    element.matches(UNSEEN) ||
    element.hasAttribute("hidden") ||
    /display:none|visibility:hidden|mso-hide:all|mso-element:comment|mso-element:annotation/.test(style) ||
    /msocomanch|msocomoff|msocomtxt|msodel/.test(element.className.toString().toLowerCase())
  );
}

/** What is said of an element's look, by style or by what was written before there was such a thing. */
function lookOf(element: Element): string {
  const of = (name: string, as: string) => (element.hasAttribute(name) ? `${as}:${element.getAttribute(name) ?? ""};` : "");
  return `;${of("color", "color")}${of("bgcolor", "background")}${of("style", "").slice(1)}`.toLowerCase().replace(/\s/g, "");
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
    if (line.trim()) add(`${line.trim()}\n\n`, false);
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
  let number = 0;
  for (const item of element.children) {
    if (isUnseen(item)) continue;
    if (/^(ul|ol)$/.test(item.localName)) {
      out += list(item, `${indent}  `);
      continue;
    }
    number += 1;
    const mark = element.localName === "ol" ? `${number}. ` : "- ";
    const inside = " ".repeat(mark.length);
    const nested = [...item.children].filter((child) => /^(ul|ol)$/.test(child.localName));
    const words = [...item.childNodes].filter((node) => !nested.includes(node as Element)).map(inline).join("").trim();
    out += `${indent}${mark}${words.replace(/\s*\n\s*/g, " ")}\n`;
    for (const child of nested) out += list(child, indent + inside);
  }
  return out;
}

function word(element: Element): string {
  const level = Number(/level(\d)/.exec(element.getAttribute("style") ?? "")?.[1] ?? 1);
  const bullet = [...element.querySelectorAll<HTMLElement>("[style]")].find((one) => /mso-list:\s*ignore/i.test(one.getAttribute("style") ?? ""));
  const isNumbered = /^\s*[\da-z]+[.)]/i.test(bullet?.textContent ?? "");
  bullet?.remove();
  return `${"   ".repeat(level - 1)}${isNumbered ? "1. " : "- "}${wordsOf(element)}\n`;
}

function table(element: Element): string {
  const rows = [...element.querySelectorAll("tr")].map((row) =>
    [...row.children].filter((cell) => !isUnseen(cell)).map((cell) => wordsOf(cell).replace(/\|/g, "\\|")),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return "";
  // A table of one column is only a frame around text.
  if (width === 1) return `${rows.map(([cell]) => cell ?? "").filter(Boolean).join("\n\n")}\n\n`;
  const line = (cells: string[]) => `| ${Array.from({ length: width }, (_, nth) => cells[nth] ?? "").join(" | ")} |\n`;
  const [first = [], ...rest] = rows;
  return `${line(first)}${line(Array<string>(width).fill("---"))}${rest.map(line).join("")}\n`;
}

const wordsOf = (element: Element) => [...element.childNodes].map(inline).join("").replace(/\s+/g, " ").trim();

/** What would be read as a mark, and was none. */
const plain = (text: string) => text.replace(/\s+/g, " ").replace(/([\\`*_[\]<])/g, "\\$1");

function inline(node: Node): string {
  if (node instanceof Text) return isTooFaint(node) ? "" : plain(node.data);
  if (!(node instanceof Element) || isUnseen(node)) return "";
  if (node.localName === "br") return "\n";
  const words = [...node.childNodes].map(inline).join("");
  if (!words.trim()) return words ? " " : "";
  const address = node.localName === "a" ? (node.getAttribute("href") ?? "") : "";
  if (/^(https?:|mailto:|tel:)/i.test(address)) return `[${words.trim()}](${address.replace(/[\s()<>]/g, encodeURIComponent)})`;
  const wrap = (mark: string) => words.replace(/^(\s*)([^]*?)(\s*)$/, `$1${mark}$2${mark}$3`);
  if (/^(b|strong)$/.test(node.localName)) return wrap("**");
  if (/^(i|em)$/.test(node.localName)) return wrap("*");
  return words;
}
