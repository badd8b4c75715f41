import { button, open, part, put, said } from "./dialog";
import { lookAlikes } from "./mask";

interface Suggestion { text: string; href: string; note: string; lang?: string }
interface Answer { items: Suggestion[] }

const PAUSE = 250;

/** A link to a page of ours, found by search, or to an address. */
export function link(form: HTMLFormElement, area: HTMLTextAreaElement): void {
  const { selectionStart: start, selectionEnd: end } = area;
  const chosen = area.value.slice(start, end);
  const { linkHeading = "", linkAddress = "", linkInsert = "", linkNone = "", linkWrong = "" } = form.dataset;
  const insert = (words: string, href: string) => {
    dialog.close();
    put(area, `[${chosen || words.replace(/[[\]\\]/g, "")}](${href})`, start, end);
  };
  const dialog = open(said(form, linkHeading), (into) => {
    const label = part("label", linkAddress);
    label.className = "ds-label";
    const input = document.createElement("input");
    input.className = "ds-input";
    input.id = "asking-link";
    input.autocomplete = "off";
    label.setAttribute("for", input.id);
    const field = document.createElement("div");
    field.className = "ds-field";
    const wrong = part("p", "");
    wrong.className = "ds-validation-message";
    wrong.id = "asking-link-wrong";
    wrong.dataset.field = "validation";
    field.append(label, input);
    const list = document.createElement("ul");
    const status = part("p", "");
    status.setAttribute("role", "status");
    const typed = () => {
      const address = input.value.trim();
      const href = whole(address);
      if (href) return insert(address, href);
      wrong.textContent = linkWrong;
      field.append(wrong);
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", wrong.id);
      input.focus();
    };
    input.addEventListener("input", () => {
      wrong.remove();
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
    });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      typed();
    });
    seeking(input, list, status, linkNone, insert);
    into.append(field, button(linkInsert, typed), status, list);
  });
}

/** Where a link may lead: to a page, here or elsewhere, to a mailbox or a telephone. `kommune.no` is an address too. */
export function whole(address: string): string | null {
  let href = address;
  if (/^tel:/i.test(address)) href = address.replace(/\s/g, "");
  else if (/^[^\s/@:]+@[^\s/@:]+\.\p{L}{2,}$/u.test(address)) href = `mailto:${address}`;
  else if (isHost(address)) href = `https://${address}`;
  return isGood(href) ? href.replace(/[\s()<>]/g, encodeURIComponent) : null;
}

const isHost = (address: string) => /^([\p{L}\d-]+\.)+\p{L}{2,}(:\d+)?([/?#]\S*)?$/u.test(address);

function isGood(href: string): boolean {
  if (/^\/(?![/\\])\S*$/.test(href)) return true;
  if (/^mailto:[^\s@]+@[^\s@]+$/i.test(href)) return true;
  if (/^tel:\+?\d[\d-]+$/i.test(href)) return true;
  try {
    return /^https?:\/\/[^\s/]/i.test(href) && new URL(href).hostname !== "";
  } catch {
    return false;
  }
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
