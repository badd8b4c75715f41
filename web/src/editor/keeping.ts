import { masked, type Spared } from "./mask";
import { find, forget, put, sweep } from "./store";

/** The text of a form in the browser, for as long as the server does not have it. */
export interface Keeping {
  /** Keeps what stands in the form now. Is it kept? */
  keep(): Promise<boolean>;
  /** The server has it. */
  safe(): Promise<void>;
}

const NOT_KEPT = new Set(["bevis", "versjon", "hvem", "unntak-tall"]);

/** What stands in the form, as it would be sent. */
export function body(form: HTMLFormElement): URLSearchParams {
  const sent = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") sent.append(name, value);
  return sent;
}

/** The same as it may be kept: without what proves who sends, and without what looks like a number of a person. */
function written(form: HTMLFormElement, spared: Spared): string {
  const kept = new URLSearchParams();
  for (const [name, value] of body(form)) if (!NOT_KEPT.has(name)) kept.append(name, masked(value.replace(/\r\n/g, "\n"), spared));
  return kept.toString();
}

export const number = (form: HTMLFormElement): HTMLInputElement | null => form.querySelector("input[name=versjon]");

export async function keeping(form: HTMLFormElement, spared: Spared): Promise<Keeping> {
  const key = `${form.dataset.person ?? ""} ${(form.dataset.editor ?? "").replace(/^\/[a-z]+/, "")}`;
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

  await sweep();
  const before = await find(key);
  if (form.dataset.own !== "stored") {
    // The page shows what was sent and is not saved.
    await keep();
  } else if (before) {
    const isSaved = before.body === written(form, spared) || (before.sent && base() > before.base);
    if (isSaved) await forget(key);
    else offer(form, before.body, before.base, () => void forget(key));
  }
  form.addEventListener("submit", () => void inTurn(() => write(true)));
  return { keep, safe: async () => void (await inTurn(() => forget(key))) };
}

/** Lets them bring back what the browser kept. The server makes the page of it, rows and all, and saves nothing yet. */
function offer(form: HTMLFormElement, kept: string, base: number, drop: () => void): void {
  const notice = document.querySelector<HTMLElement>("[data-editor-kept]");
  if (!notice) return;
  notice.hidden = false;
  notice.querySelector("[data-editor-drop]")?.addEventListener("click", () => {
    drop();
    notice.hidden = true;
    form.querySelector<HTMLElement>("input:not([type=hidden]), textarea")?.focus();
  });
  notice.querySelector("[data-editor-take]")?.addEventListener("click", () => {
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
    for (const [name, value] of new URLSearchParams(kept)) add(name, value);
    for (const [name, value] of body(form)) if (name === "bevis" || name === "hvem") add(name, value);
    add("versjon", String(base));
    add("vis", "1");
    document.body.append(again);
    again.submit();
  });
}
