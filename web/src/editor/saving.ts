import { checks, reveal } from "./chapters";
import { body, isWrittenIn, number, type Keeping } from "./keeping";
import { lookAlikes, masked, type Spared } from "./mask";

/** The server's answer; all its words are ready to be shown. */
interface Told {
  saved: boolean;
  number: number;
  said: string;
  others: string;
  masked: string[];
  /** The same with what is kept of each: there a number stays that is none. */
  shown?: [string, string][];
  /** What another has changed meanwhile: names of inputs, and what they hold now. */
  fields?: [string, string[]][];
  join?: string;
  /** Somebody else is logged in here. */
  away?: boolean;
  /** They can't write in this text any more. */
  lost?: boolean;
}

const PAUSE = 4_000;
const LONGEST = 15_000;
const AGAIN = 20_000;
const HERE = 60_000;
/** So long they wait for an answer before the page is left all the same. */
const ANSWER = 10_000;
const MOST_AT_LEAVING = 60_000;
/** What is said of a number is no text: a number in it is not known because it came there. */
const NEVER = new Set(["unntak", "unntak-tall"]);

/** The numbers in what was sent that are in nothing that is kept of it. */
function unkept(sent: string, kept?: string): string[] {
  if (kept === undefined) return [];
  const left = new Set(lookAlikes(kept));
  return lookAlikes(sent).filter((number) => !left.has(number));
}

/** Saves while somebody writes. It says «saved» only when the server has answered that it is. */
export function saving(form: HTMLFormElement, kept: Keeping, spared: Spared): void {
  const address = form.dataset.editor ?? "";
  const status = document.querySelector("[data-editor-status]");
  const others = document.querySelector("[data-editor-others]");
  const check = checks(address);
  let timer = 0;
  let since = 0;
  let underWay: Promise<void> | null = null;
  let isChanged = false;
  let isLeaving = false;
  // A button was pressed: the server is asked whether it is there, and has answered.
  let isAsking = false;
  let isAnswered = false;
  let inputs = 0;
  // What was sent and never answered. It may have been saved: sent once more as it was, it is known again, where something
  // newer would meet it as if somebody else had written it.
  let unanswered: URLSearchParams | null = null;

  let spoken = "";
  /** Each link is an address and its words; one that leads out of the page opens a tab of its own, for what is written stays here. */
  const say = (words: string, links: [href: string, words: string][] = []) => {
    const all = JSON.stringify([words, links]);
    if (!status || spoken === all) return;
    spoken = all;
    status.textContent = words;
    links.forEach(([href, words], nth) => {
      const link = document.createElement("a");
      link.href = href;
      link.textContent = words;
      if (href === form.dataset.logIn) link.target = "_blank";
      status.append(nth > 0 ? ", " : " ", link);
    });
  };

  function later(pause: number): void {
    clearTimeout(timer);
    timer = window.setTimeout(() => void save(), pause);
  }

  async function ask(page: string, sent: URLSearchParams): Promise<Response | null> {
    // Who closes the tab does not wait for it; of more than so much a browser sends nothing then.
    const keepalive = document.visibilityState === "hidden" && sent.toString().length < MOST_AT_LEAVING;
    try {
      return await fetch(`${address}/${page}.json`, { method: "POST", body: sent, headers: { accept: "application/json" }, keepalive });
    } catch {
      return null;
    }
  }

  /** Says why it is not on the server. That this browser has it is said when it has, and not before. */
  async function sayUnsent(status: number | undefined): Promise<void> {
    let isKept = false;
    let seen = -1;
    while (seen !== inputs) {
      seen = inputs;
      isKept = await kept.keep();
    }
    const { out, outBare, offline, offlineBare, logIn = "", logInTab = "" } = form.dataset;
    if (status === 403) say((isKept ? out : outBare) ?? "", [[logIn, logInTab]]);
    else say((isKept ? offline : offlineBare) ?? "");
  }

  function save(): Promise<void> {
    if (underWay || isLeaving || !isChanged) return underWay ?? Promise.resolve();
    return (underWay = sendNow());
  }

  async function sendNow(): Promise<void> {
    const now = body(form);
    const isAgain = unanswered !== null;
    const sent: URLSearchParams = unanswered ?? now;
    isChanged = sent.toString() !== now.toString();
    since = 0;
    const answer = await ask("lagre", sent);
    const told = await read(answer);
    underWay = null;
    if (isLeaving) return;
    unanswered = told ? null : sent;
    if (!told) {
      isChanged = true;
      later(AGAIN);
      await sayUnsent(answer?.status);
      // Is it that another is logged in here now?
      if (answer?.status === 403) void here();
      return;
    }
    if (told.lost) return sayLost(told);
    await hear(told, sent);
    // The next change is the next try; more of the same would be refused as well.
    if (isChanged) later(isAgain ? 0 : PAUSE);
  }

  /** It stays here, and in this browser, for them to take along; should they get in again, the next change is the next try. */
  async function sayLost(told: Told): Promise<void> {
    isChanged = true;
    await kept.keep();
    say(told.said);
  }

  /** Is the server there? One that is slow is: a button must work there as well. */
  async function answers(): Promise<boolean> {
    try {
      await fetch(`${address}/her.json`, { method: "POST", body: whose(), signal: AbortSignal.timeout(ANSWER) });
      return true;
    } catch (error) {
      return error instanceof DOMException && error.name === "TimeoutError";
    }
  }

  /** Before a button leads on: without the net the browser would put a page of its own in the place of what they write. */
  async function leave(button: HTMLElement | null): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    isAnswered = await answers();
    isAsking = false;
    if (isAnswered) {
      form.requestSubmit(button);
      return;
    }
    isChanged = true;
    later(AGAIN);
    await sayUnsent(undefined);
  }

  async function hear(told: Told, sent: URLSearchParams): Promise<void> {
    if (others) others.textContent = told.others;
    const hidden = told.masked.map((id) => document.getElementById(id)).filter((field) => field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement);
    // What the page came with may be masked all the same, as what came from a file.
    const shown = new Map(told.shown ?? []);
    const gone = new Map(hidden.map((field) => [field, unkept(sent.get(field.name) ?? "", shown.get(field.id))]));
    for (const numbers of gone.values()) numbers.forEach((number) => spared.delete(number));
    if (told.saved) {
      const names = hidden.map((field) => field.name);
      for (const [name, value] of sent) if (!names.includes(name) && !NEVER.has(name)) lookAlikes(value).forEach((number) => spared.add(number));
    }
    for (const field of hidden) {
      field.value = masked(field.value, new Set([...spared].filter((number) => !gone.get(field)?.includes(number))));
      reveal(field);
      reveal(document.getElementById("unntak"));
    }
    const words = told.masked.length > 0 ? `${told.said}. ${form.dataset.masked ?? ""}` : told.said;
    if (told.saved) {
      const field = number(form);
      // Where they have written on in what another changed, the next is held against what both came from.
      if (!takeIn(form, told.fields ?? [], sent)) isChanged = true;
      else if (field) field.value = String(told.number);
      check();
    }
    // What waits to be joined is on the server as well.
    if ((told.saved || told.join) && !isChanged) await kept.safe();
    const links = hidden.map((field): [string, string] => [`#${field.id}`, nameOf(field)]);
    if (told.join) links.push([told.join, form.dataset.join ?? ""]);
    // Of what was written meanwhile it is not said.
    const isOver = told.saved && isChanged && told.masked.length === 0;
    say(isOver ? (form.dataset.writing ?? "") : words, isOver ? [] : links);
  }

  /** Whose page it is, and that it was made for them. */
  function whose(): URLSearchParams {
    const sent = new URLSearchParams({ hvem: form.dataset.person ?? "" });
    const proof = form.querySelector<HTMLInputElement>("input[name=bevis]")?.value;
    if (proof) sent.append("bevis", proof);
    return sent;
  }

  async function here(): Promise<void> {
    if (document.visibilityState !== "visible") return;
    const told = await read(await ask("her", whose()));
    if (!told) return;
    if (others) others.textContent = told.others;
    away(form.dataset.away ?? "", told.away === true);
    if (told.lost) say(told.said);
  }

  kept.send = async () => {
    // What is under way, and what was sent before without an answer, may be less than what stands here now.
    for (let nth = 0; nth < 3; nth += 1) await save();
    return unanswered === null;
  };
  const changed = () => {
    isChanged = true;
    inputs += 1;
    since ||= Date.now();
    say(form.dataset.writing ?? "");
    void kept.keep();
    later(Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now())));
  };
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (isAnswered) {
      isLeaving = true;
      return;
    }
    event.preventDefault();
    void leave(event.submitter);
  });
  // A page that comes back from the browser's memory is written in again.
  window.addEventListener("pageshow", () => (isLeaving = isAnswered = false));
  window.addEventListener("online", () => later(0));
  document.addEventListener("visibilitychange", () => void (document.visibilityState === "hidden" ? save() : here()));
  window.setInterval(() => void here(), HERE);
  void here();
  // What the browser had kept, or what was shown anew, is on the page and not on the server.
  if (form.dataset.own === "unsaved") {
    isChanged = true;
    later(0);
  } else if (isWrittenIn(form)) {
    changed();
  }
}

/** What a field is called, without what is added for those who fill it in. */
function nameOf(field: HTMLInputElement | HTMLTextAreaElement): string {
  const label = field.labels?.[0]?.firstChild?.textContent ?? field.name;
  return label.trim();
}

/** What one has written is not for the next who uses the browser. It stays in the page, for when they are back. */
function away(words: string, isAway: boolean): void {
  const main = document.querySelector("main");
  const told = main?.querySelector("[data-editor-away]");
  if (!main || isAway === Boolean(told)) return;
  for (const one of document.querySelectorAll<HTMLElement>("main > *, dialog")) one.hidden = isAway;
  told?.remove();
  if (!isAway) return;
  document.querySelectorAll("dialog").forEach((one) => one.close());
  const notice = document.createElement("p");
  notice.className = "wrap page";
  notice.dataset.editorAway = "";
  notice.setAttribute("role", "alert");
  notice.textContent = words;
  main.append(notice);
}

/** Puts in what another has changed; not where somebody has written in it since it was sent, nor under a window that knows its place in it. */
function takeIn(form: HTMLFormElement, fields: [string, string[]][], sent: URLSearchParams): boolean {
  if (fields.length > 0 && document.querySelector("dialog[open]")) return false;
  const now = body(form);
  const stands = (values: URLSearchParams, name: string) => JSON.stringify(values.getAll(name));
  if (fields.some(([name]) => stands(now, name) !== stands(sent, name))) return false;
  for (const [name, values] of fields) {
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type)) field.checked = values.includes(field.value);
      else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) field.value = values[0] ?? "";
    }
  }
  return true;
}

async function read(answer: Response | null): Promise<Told | null> {
  if (!answer?.headers.get("content-type")?.includes("json")) return null;
  try {
    return (await answer.json()) as Told;
  } catch {
    return null;
  }
}
