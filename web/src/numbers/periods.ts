import type { Sent, Waiting } from "./queue";
import { isUntouched, type Row } from "./rows";

/** The day in Oslo, with so many milliseconds added to the clock of the phone. */
export const dayAt = (added: number): string => new Date(Date.now() + added).toLocaleDateString("sv", { timeZone: "Europe/Oslo" });

/** The periods whose day has come, by the server's clock as far as the phone knows it. */
export function reveal(form: HTMLFormElement, rows: Row[], today: string): void {
  for (const row of rows) {
    const { element, day } = row;
    if (element.hidden && !element.dataset.done && day <= today) element.hidden = false;
    // The phone thought that its day had come.
    else if (!element.hidden && day > today && isUntouched(row)) element.hidden = true;
  }
  for (const tally of form.querySelectorAll("[data-tally]")) {
    const all = [...tally.querySelectorAll<HTMLElement>("[data-day]")];
    const now = all.filter(({ dataset }) => (dataset.day ?? "") <= today).at(-1) ?? all[0];
    for (const one of all) one.hidden = one !== now;
  }
  for (const section of form.querySelectorAll("[data-measure]")) {
    const note = section.querySelector<HTMLElement>("[data-complete]");
    if (note) note.hidden = [...section.querySelectorAll<HTMLElement>("[data-row]")].some((row) => !row.hidden);
  }
}

const keyOf = ({ measure, day }: Sent): string => `${measure} ${day}`;
const outputOf = (form: HTMLFormElement, key: string): Element | null => {
  const [measure = "", day = ""] = key.split(" ");
  return form.querySelector(`[data-measure="${measure}"] [data-tally] [data-day="${day}"] output`);
};

/** What the server has counted, as it says it in the page that was just fetched. */
export function countsOn(page: Document): Map<string, string> {
  const counts = new Map<string, string>();
  for (const output of page.querySelectorAll("[data-measure] [data-tally] [data-day] output")) {
    const measure = output.closest<HTMLElement>("[data-measure]")?.dataset.measure ?? "";
    const day = output.closest<HTMLElement>("[data-day]")?.dataset.day ?? "";
    counts.set(`${measure} ${day}`, output.textContent ?? "");
  }
  return counts;
}

/** Shows what the server has counted, and the taps that have not left the phone. */
export function countAnew(form: HTMLFormElement, counts: Map<string, string>, served: Map<string, string>, waiting: Waiting[]): void {
  for (const [key, count] of served) {
    const shown = outputOf(form, key);
    if (shown) shown.textContent = count;
  }
  counts.clear();
  countTaps(form, counts, waiting);
}

/** Shows a number that was typed as what the next tap is added to; hands back what stood there. */
export function countTyped(form: HTMLFormElement, counts: Map<string, string>, sent: Sent): number | null {
  const shown = outputOf(form, keyOf(sent));
  if (!shown || sent.value === undefined) return null;
  const before = Number(shown.textContent);
  shown.textContent = String(sent.value);
  counts.set(keyOf(sent), shown.textContent);
  return before;
}

/** The number was taken back, or did not get in: what stood there, with the taps since. */
export function countBack(form: HTMLFormElement, counts: Map<string, string>, sent: Sent, before: number): void {
  const shown = outputOf(form, keyOf(sent));
  if (!shown || sent.value === undefined) return;
  shown.textContent = String(Math.max(0, Number(shown.textContent) - sent.value + before));
  counts.set(keyOf(sent), shown.textContent);
}

/** What is shown of taps: with those that wait, and those that have left since the page was kept. */
export function countTaps(form: HTMLFormElement, counts: Map<string, string>, waiting: Waiting[]): void {
  const all = new Map<string, number>();
  for (const { sent, fate } of waiting) {
    const key = keyOf(sent);
    if (sent.day === undefined || counts.has(key)) continue;
    const before = all.get(key) ?? Number(outputOf(form, key)?.textContent);
    if (sent.more !== undefined) all.set(key, before + sent.more);
    // A number that was typed is what taps go on from, but for one that did not get in.
    else if (sent.value !== undefined && fate !== "conflict" && fate !== "refused") all.set(key, sent.value);
  }
  for (const [key, count] of all) counts.set(key, String(Math.max(0, count)));
  for (const [key, count] of counts) {
    const shown = outputOf(form, key);
    if (shown) shown.textContent = count;
  }
}
