import { pending } from "./dialog";
import { masked, type Spared } from "./mask";
import { all, forget, put, sweep, type Kept } from "./store";

/** The text of a form in the browser, for as long as the server does not have it. */
export interface Keeping {
  /** Keeps what stands in the form now. Is it kept? */
  keep(): Promise<boolean>;
  /** The server has it. */
  safe(): Promise<void>;
  /** Before another page takes the place of this one: sends what is written here. Does the server answer? */
  send?: () => Promise<boolean>;
}

/** What is said of a number goes with the number, which is kept nowhere: the page after it shows neither. */
const REASON = "unntak";
/** What kind of text it is: for when the text itself is gone. */
const KIND = "slag";
const NOT_KEPT = new Set(["bevis", "versjon", "hvem", "unntak-tall"]);

/** What stands in the form, as it would be sent. */
export function body(form: HTMLFormElement): URLSearchParams {
  const sent = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") sent.append(name, value);
  for (const [area, text] of pending) if (area.form === form) sent.set(area.name, text());
  return sent;
}

/** Is something else in it than came with the page, as when they wrote before the script had looked in the browser's store? */
export function isWrittenIn(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLSelectElement) {
      const marked = [...field.options].some((option) => option.defaultSelected);
      return [...field.options].some((option, nth) => option.selected !== (marked ? option.defaultSelected : nth === 0));
    }
    if (field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type)) return field.checked !== field.defaultChecked;
    return (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) && field.type !== "hidden" && field.value !== field.defaultValue;
  });
}

/** The same as it may be kept: without what proves who sends, and without what looks like a number of a person. */
function written(form: HTMLFormElement, spared: Spared): string {
  const kept = new URLSearchParams();
  for (const [name, value] of body(form)) if (!NOT_KEPT.has(name)) kept.append(name, masked(value.replace(/\r\n/g, "\n"), spared));
  return kept.toString();
}

export const number = (form: HTMLFormElement): HTMLInputElement | null => form.querySelector("input[name=versjon]");

export async function keeping(form: HTMLFormElement, spared: Spared): Promise<Keeping> {
  const text = `${form.dataset.person ?? ""} ${(form.dataset.editor ?? "").replace(/^\/[a-z]+/, "")}`;
  // Each page keeps its own: no page writes over what another could not send.
  const key = `${text} ${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
  const base = () => Number(number(form)?.value ?? 0);
  // One after the other: if two overtook each other the older would be what is left.
  let last: Promise<unknown> = Promise.resolve();
  let due: Promise<boolean> | null = null;
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  const write = (sent: boolean) => put({ key, body: written(form, spared), base: base(), sent, at: Date.now() });
  // What waits for its turn takes along all that is written until then.
  const keep = () => (due ??= inTurn(() => {
    due = null;
    return write(false);
  }));
  const keeping: Keeping = { keep, safe: async () => void (await inTurn(() => forget(key))) };

  await sweep();
  const waiting = (await all()).filter((one) => one.key === text || one.key.startsWith(`${text} `));
  // What is masked in one and spared in the other is the same text.
  const shown = [spared, new Set<string>()].map((spared) => compared(written(form, spared)));
  const isShown = (one: Kept) => shown.includes(compared(one.body));
  if (form.dataset.own !== "stored") {
    // The page shows what was sent and is not saved. Once that is kept, what it was sent from need not be.
    if (await keep()) for (const one of waiting.filter(isShown)) await forget(one.key);
  } else {
    const left: Kept[] = [];
    for (const one of waiting) {
      if (isShown(one) || (one.sent && hasCome(form, one.base))) await forget(one.key);
      else left.push(one);
    }
    // It did not come: that they save something else tells nothing of it from now on.
    for (const one of left) if (one.sent) await put({ ...one, sent: false });
    offer(form, left.sort((one, other) => other.at - one.at), keeping);
  }
  form.addEventListener("submit", () => void inTurn(() => write(true)));
  return keeping;
}

/** The server keeps no space around what is written. */
function compared(kept: string): string {
  const fields = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(kept)) if (name !== REASON && name !== KIND) fields.append(name, value.trim());
  return fields.toString();
}

/** Has the server what was sent on this revision, as saved by them or as what waits to be joined? That another has saved says nothing of it. */
function hasCome(form: HTMLFormElement, base: number): boolean {
  return Number(form.dataset.mine) > base || form.dataset.aside === String(base);
}

/**
 * Lets them bring back what the browser kept, the newest first. The server makes the page of it, rows and all, and saves nothing yet.
 * Whoever writes on without an answer is asked again the next time: it is kept until they have said.
 */
function offer(form: HTMLFormElement, [one, ...more]: Kept[], keeping: Keeping): void {
  const notice = document.querySelector<HTMLElement>("[data-editor-kept]");
  if (!notice) return;
  notice.hidden = !one;
  if (!one) return;
  const drop = notice.querySelector<HTMLElement>("[data-editor-drop]");
  const take = notice.querySelector<HTMLElement>("[data-editor-take]");
  if (drop) drop.onclick = () => {
    void forget(one.key);
    offer(form, more, keeping);
    if (more.length === 0) form.querySelector<HTMLElement>("input:not([type=hidden]), textarea")?.focus();
  };
  if (take) take.onclick = () => void bring(form, one, keeping);
}

async function bring(form: HTMLFormElement, one: Kept, keeping: Keeping): Promise<void> {
  // What is written here meanwhile is saved first: the two are joined then.
  if (await keeping.send?.() === false) return;
  const again = document.createElement("form");
  again.method = "post";
  again.action = form.action;
  again.hidden = true;
  const add = (name: string, value: string) => {
    const field = document.createElement("textarea");
    field.name = name;
    field.value = value;
    again.append(field);
  };
  for (const [name, value] of new URLSearchParams(one.body)) add(name, value);
  for (const [name, value] of body(form)) if (name === "bevis" || name === "hvem") add(name, value);
  add("versjon", String(one.base));
  add("vis", "1");
  document.body.append(again);
  await put({ ...one, sent: true });
  // Whoever comes back to this page has not got it.
  window.addEventListener("pageshow", () => void put({ ...one, sent: false }), { once: true });
  again.submit();
}
