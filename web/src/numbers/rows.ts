import { masked } from "../editor/mask";

/** All words come from the server, in the reader's language. */
export type Words = Record<string, string>;

/** One period of a measure in the form. */
export interface Row {
  element: HTMLFieldSetElement;
  key: string;
  day: string;
  measure: string;
  kind: string;
  /** Is it a number in per cent? */
  percent: boolean;
  label: string;
  value: HTMLInputElement;
  all: HTMLInputElement | null;
  why: HTMLInputElement | null;
  instead: HTMLInputElement | null;
  sent: HTMLInputElement | null;
}

/** What is typed in a row, or the words for what is wrong and where. */
export type Read = { value: number; all?: number; instead?: string; reason?: string } | { fault: string; at: HTMLInputElement };

/** As in the server's form. */
const LARGEST = 10_000_000;

export function rowsOf(form: HTMLFormElement): Row[] {
  return [...form.querySelectorAll<HTMLFieldSetElement>("[data-row]")].flatMap((element) => {
    const section = element.closest<HTMLElement>("[data-measure]");
    const key = element.dataset.row ?? "";
    const input = (name: string) => element.querySelector<HTMLInputElement>(`input[name="${name}_${key}"]`);
    const value = input("tall");
    if (!section || !value) return [];
    const said = [section.querySelector("h2"), element.querySelector("legend")].map((one) => one?.textContent?.trim());
    const { measure = "", kind = "" } = section.dataset;
    const of = { element, key, day: element.dataset.day ?? "", measure, kind, percent: section.dataset.percent !== undefined, label: said.join(", "), value };
    return [{ ...of, all: input("av"), why: input("grunn"), instead: input("rettes"), sent: input("sendt") }];
  });
}

export const inputsOf = ({ value, all, why }: Row): HTMLInputElement[] => [value, all, why].filter((one) => one !== null);

export const isUntouched = ({ value, all }: Row): boolean => value.value.trim() === "" && (!all || all.value.trim() === "" || all.value === all.defaultValue);

/** A number as people type it here: a comma or a point, and spaces between thousands, and between nothing else. */
export function number(text: string): number | null {
  const typed = text.trim().replace(/^([-−])\s+/, "$1");
  const plain = (/\s/.test(typed) ? (/^[-−]?\d{1,3}(\s+\d{3})+([.,]\d+)?$/.test(typed) ? typed.replace(/\s/g, "") : "") : typed).replace(",", ".");
  const read = /^[-−]?\d+(\.\d{1,3})?$/.test(plain) ? Number(plain.replace("−", "-")) : Number.NaN;
  return Math.abs(read) <= LARGEST ? read + 0 : null;
}

/** «18 av 24» where it is asked how many fills in both, and «75 %» is a number where all are in per cent. */
function spread(row: Row): void {
  if (row.percent) row.value.value = row.value.value.replace(/\s*(%|prosent|per cent|pst\.?)\s*$/i, "");
  const [, above, below] = (row.all && /^\s*([\d.,\s]+?)\s*(?:av|of|\/)\s*([\d.,\s]+?)\s*$/i.exec(row.value.value)) || [];
  if (!row.all || above === undefined || below === undefined) return;
  row.value.value = above;
  row.all.value = below;
}

/** The same as the server asks of it, so that nothing is kept that can't be sent. */
export function read(row: Row, words: Words): Read {
  const wrong = (fault: string, at: HTMLInputElement | null) => ({ fault: words[fault] ?? "", at: at ?? row.value });
  const isWhole = (one: number) => one >= 0 && Number.isInteger(one);
  spread(row);
  const typed = row.value.value.trim();
  // `1.234` is 1234 to some and 1,234 to others.
  if (row.kind === "value" && /^[-−]?[1-9]\d{0,2}\.\d{3}$/.test(typed)) return wrong("double", row.value);
  const value = number(typed);
  if (value === null) return wrong("unread", row.value);
  const slip = row.percent && value > 0 && value <= 1 ? "part" : row.percent && value > 100 ? "over" : row.percent && value < 0 ? "below" : "";
  if (slip && row.element.dataset.sure !== typed) {
    row.element.dataset.sure = typed;
    return { fault: `${words[slip] ?? ""} ${words.again ?? ""}`, at: row.value };
  }
  if (row.kind !== "value" && !isWhole(value)) return wrong("whole", row.value);
  const found: Read = { value };
  if (row.all) {
    if (row.all.value.trim() === "") return wrong("all", row.all);
    const all = number(row.all.value);
    if (all === null || all < 0 || (row.kind === "share" && !isWhole(all))) return wrong("whole", row.all);
    if (all === 0 && value > 0) return wrong("risk", row.all);
    if (row.kind === "share" && value > all) return wrong("more", row.all);
    found.all = all;
  }
  if (row.instead?.value) {
    const reason = masked(row.why?.value.trim() ?? "");
    if (reason === "") return wrong("reason", row.why);
    return { ...found, instead: row.instead.value, reason };
  }
  return found;
}

/** Says what is wrong at its input, until it is written in again. */
export function tell(input: HTMLInputElement | HTMLTextAreaElement, fault: string): void {
  const id = `${input.id}-feil`;
  document.getElementById(id)?.remove();
  const message = document.createElement("p");
  message.className = "ds-validation-message";
  message.dataset.field = "validation";
  message.id = id;
  message.textContent = fault;
  input.after(message);
  input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", id);
  const done = () => {
    message.remove();
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  };
  input.addEventListener("input", done, { once: true });
}
