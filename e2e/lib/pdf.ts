// Reads a PDF with another program than the one that made it: pdf.js, the reader in Firefox.
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

export interface Read {
  pages: number;
  title: string;
  lang: string;
  marked: boolean;
  /** The names of the bookmarks of the first level. */
  bookmarks: string[];
  /** Roles in the structure tree, in reading order. */
  roles: string[];
  /** Texts that stand for pictures. */
  alternatives: string[];
  text: string;
}

interface Node {
  role?: string;
  alt?: string;
  children?: Node[];
}

export async function read(bytes: Buffer): Promise<Read> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const { info } = await document.getMetadata();
  const said = info as { Title?: string; Language?: string };
  const found: Read = {
    pages: document.numPages,
    title: said.Title ?? "",
    lang: said.Language ?? "",
    marked: (await document.getMarkInfo())?.["Marked"] === true,
    bookmarks: ((await document.getOutline()) ?? []).map((entry) => entry.title),
    roles: [],
    alternatives: [],
    text: "",
  };
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    walk((await page.getStructTree()) as Node | null, found);
    const content = await page.getTextContent();
    found.text += content.items.map((item) => ("str" in item ? item.str : "")).join(" ") + "\n";
  }
  await document.destroy();
  return found;
}

function walk(node: Node | null, found: Read): void {
  if (!node) return;
  if (node.role) found.roles.push(node.role);
  if (node.alt) found.alternatives.push(node.alt);
  for (const child of node.children ?? []) walk(child, found);
}
