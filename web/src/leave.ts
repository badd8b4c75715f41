import { all, forget, type Kept } from "./editor/store";
import { forgetNumbers, numbersAreSafe } from "./numbers/device";

/** So long a text may take on its way to the server before they are asked. */
const LONGEST = 8_000;

/** Before somebody logs out: what only this browser has of theirs is sent, or they are asked. */
export function leaving(): void {
  const forms = document.querySelectorAll<HTMLFormElement>("form[data-leave]");
  if (forms.length === 0) return;
  // A page of somebody that comes back from the browser's memory is asked for anew: they may have left.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  for (const form of forms) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void leave(form);
    });
  }
}

async function leave(form: HTMLFormElement): Promise<void> {
  const person = form.dataset.leave ?? "";
  const kept = await all();
  const mine = kept.filter(({ key }) => key.startsWith(`${person} `));
  const [numbers, ...texts] = await Promise.all([numbersAreSafe(person), ...mine.map((one) => sendIn(form, one))]);
  // What no page of its own can show any more is shown on theirs, before they are asked.
  const shown = document.querySelector<HTMLElement>("[data-lost]");
  if (texts.includes("lost") && (!shown || shown.hidden)) {
    location.assign(`/${document.documentElement.lang}/min-side#beholdt`);
    return;
  }
  const isSafe = numbers && texts.every((one) => one === "safe");
  if (!isSafe && !confirm(form.dataset.ask)) return;
  for (const { key } of mine) await forget(key);
  const hasNumbers = await forgetNumbers(person);
  if (kept.length > mine.length || hasNumbers) {
    // Another's is theirs to send, and not ours to throw away.
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = "behold";
    field.value = "1";
    form.append(field);
  }
  form.submit();
}

/** Has the server the text, as saved or as one that waits to be joined; or is there no such text of theirs any more? */
async function sendIn(form: HTMLFormElement, { key, body, base, sent }: Kept): Promise<"safe" | "unsafe" | "lost"> {
  const [person = "", path = ""] = key.split(" ");
  const ask = async (page: string, fields: URLSearchParams) => {
    fields.append("hvem", person);
    fields.append("bevis", form.querySelector<HTMLInputElement>("input[name=bevis]")?.value ?? "");
    const answer = await fetch(`/${document.documentElement.lang}${path}/${page}.json`, { method: "POST", body: fields, signal: AbortSignal.timeout(LONGEST) });
    return (await answer.json()) as { saved?: boolean; join?: string; number?: number; lost?: boolean };
  };
  try {
    if (sent && ((await ask("her", new URLSearchParams())).number ?? 0) > base) return "safe";
    const told = await ask("lagre", new URLSearchParams([...new URLSearchParams(body), ["versjon", String(base)]]));
    if (told.lost) return "lost";
    return told.saved === true || told.join !== undefined ? "safe" : "unsafe";
  } catch {
    return "unsafe";
  }
}
