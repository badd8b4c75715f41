// The words of a page as a reader meets them: seen, heard, and in the tab of the browser.
import type { Page } from "@playwright/test";

export interface Line {
  /** The language that it says it is in. */
  lang: string;
  text: string;
}

/** One line for each heading, paragraph, cell, label and button; what is only heard stands in braces. */
export async function wordsOf(page: Page): Promise<{ title: string; lines: Line[] }> {
  return page.evaluate(() => {
    const INLINE = "a,abbr,b,bdi,br,cite,code,dfn,em,i,ins,del,kbd,mark,q,s,small,span,strong,sub,sup,time,tspan,u,wbr,img,output,data";
    // A map names all its places.
    const SILENT = "script,style,template,link,meta,symbol,defs,path > title";
    const HEARD = ["alt", "aria-label", "title", "placeholder", "aria-description"];
    const lines: { lang: string; text: string }[] = [];
    let run = "";
    // What a line is of stands before it, and is no word.
    let kind = "";
    let owner: Element | undefined;
    const langOf = (one: Element) => one.closest("[lang]")?.getAttribute("lang") ?? "";
    const flush = () => {
      const text = run.replace(/[\s\u00ad\u200b]+/g, " ").trim();
      if (/\p{L}/u.test(text)) {
        lines.push({ lang: langOf(owner ?? document.body), text: kind + text });
        kind = "";
      }
      run = "";
      owner = undefined;
    };
    const say = (text: string, of: Element) => {
      // A line is in the language of whatever its first words stand in.
      if (/\p{L}/u.test(text)) owner ??= of;
      run += text;
    };
    const mark = (one: Element) => {
      const level = /^H([1-6])$/.exec(one.tagName)?.[1];
      if (level) return `${"#".repeat(Number(level))} `;
      return { BUTTON: "[button] ", LABEL: "[label] ", TH: "[th] ", CAPTION: "[table] ", FIGCAPTION: "[picture] ", OPTION: "[option] ", SUMMARY: "[fold] ", LEGEND: "[group] ", DT: "[dt] " }[one.tagName] ?? "";
    };
    const heard = (one: Element) => {
      for (const name of HEARD) {
        const told = one.getAttribute(name)?.trim();
        if (told) run += ` {${name}: ${told}} `;
      }
      // What the page's script says later stands ready beside what it is about.
      for (const { name, value } of one.attributes) {
        if (name.startsWith("data-") && /\p{L}{3,} \p{L}+/u.test(value)) run += ` {${name}: ${value}} `;
      }
      if (one instanceof HTMLInputElement && ["submit", "button"].includes(one.type)) say(one.value, one);
    };
    const walk = (one: Element) => {
      if (one.matches(SILENT)) return;
      if (one.tagName === "BR") run += " ";
      const inline = one.matches(INLINE);
      // Such words stand apart although they are on one line.
      const { display, position } = getComputedStyle(one);
      const apart = inline && position !== "absolute" && !/^(inline|contents)$/.test(display);
      if (!inline) flush();
      if (!inline) kind = mark(one) || kind;
      if (apart) run += " ";
      heard(one);
      if (one.tagName === "NOSCRIPT") {
        const inside = new DOMParser().parseFromString(one.textContent, "text/html");
        inside.documentElement.lang = langOf(one);
        walk(inside.body);
      } else {
        for (const child of one.childNodes) {
          if (child instanceof Text) say(child.data, one);
          else if (child instanceof Element) walk(child);
        }
      }
      if (apart) run += " ";
      if (inline) return;
      flush();
      kind = "";
    };
    walk(document.body);
    const description = document.querySelector<HTMLMetaElement>("meta[name=description]")?.content;
    if (description) lines.push({ lang: document.documentElement.lang, text: `{description: ${description}}` });
    return { title: document.title, lines };
  });
}
