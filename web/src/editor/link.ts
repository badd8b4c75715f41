import { button, open, part, put } from "./dialog";
import { lookAlikes } from "./mask";

interface Suggestion { text: string; href: string; note: string; lang?: string }
interface Answer { items: Suggestion[] }

const PAUSE = 250;

/** A link to a page of ours, found by search, or to an address. */
export function link(form: HTMLFormElement, area: HTMLTextAreaElement): void {
  const { selectionStart: start, selectionEnd: end } = area;
  const chosen = area.value.slice(start, end);
  const { linkHeading = "", linkAddress = "", linkInsert = "", linkNone = "", linkClose = "" } = form.dataset;
  const insert = (words: string, href: string) => {
    dialog.close();
    put(area, `[${chosen || words.replace(/[[\]\\]/g, "")}](${href})`, start, end);
  };
  const dialog = open(linkHeading, linkClose, (into) => {
    const label = part("label", linkAddress);
    label.className = "ds-label";
    const input = document.createElement("input");
    input.className = "ds-input";
    input.id = "asking-link";
    input.autocomplete = "off";
    label.setAttribute("for", input.id);
    const field = document.createElement("div");
    field.className = "ds-field";
    field.append(label, input);
    const list = document.createElement("ul");
    const status = part("p", "");
    status.setAttribute("role", "status");
    const typed = () => {
      const address = input.value.trim();
      if (address) insert(address, whole(address));
    };
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      typed();
    });
    seeking(input, list, status, linkNone, insert);
    into.append(field, button(linkInsert, typed), status, list);
  });
}

/** `kommune.no` is an address too. */
function whole(address: string): string {
  const href = /^(https?:|mailto:|\/)/i.test(address) ? address : `https://${address}`;
  return href.replace(/[\s()<>]/g, encodeURIComponent);
}

/** An address stands in logs on the way: no number of a person goes there, and none of which a digit is still to come. */
const mayBePersons = (words: string): boolean => /(?:\p{Nd}[^\p{L}\p{Nd}]{0,3}){10}/u.test(words) || lookAlikes(words).length > 0;

function seeking(input: HTMLInputElement, list: HTMLElement, status: HTMLElement, none: string, insert: (words: string, href: string) => void): void {
  let timer = 0;
  let asked: AbortController | undefined;
  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const { signal } = asked;
    const words = input.value.trim();
    if (!words || mayBePersons(words)) return list.replaceChildren();
    try {
      const answer = await fetch(`/${document.documentElement.lang}/skriv/finn.json?q=${encodeURIComponent(words)}`, { signal });
      const { items } = (await answer.json()) as Answer;
      if (signal.aborted) return;
      list.replaceChildren(...items.map((one) => {
        const choice = button(one.text, () => insert(one.text, one.href), "tertiary");
        if (one.lang) choice.lang = one.lang;
        const row = document.createElement("li");
        row.append(choice, " ", part("small", one.note));
        return row;
      }));
      status.textContent = items.length === 0 ? none : "";
    } catch {
      // What was found before stays; an address can be typed.
    }
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), PAUSE);
  });
}
