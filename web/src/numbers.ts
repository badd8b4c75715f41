// What script adds where numbers are entered: the page opens without the net, what is entered is kept on the
// phone and sent when it can be, and Enter leads from field to field. Without script each button sends the form.
import { masked } from "./editor/mask";
import { dropPage, keepPage, typed, type Had } from "./numbers/device";
import { find, forget, isStuck, put, sendAll, sweep, waitingOf, type Outcome, type Sent, type Waiting } from "./numbers/queue";
import { countAnew, countBack, countsOn, countTaps, countTyped, dayAt, reveal } from "./numbers/periods";
import { inputsOf, isUntouched, number, read, rowsOf, tell, type Row, type Words } from "./numbers/rows";
import { isSamePerson, showJust, showWaiting } from "./numbers/shown";

const AGAIN = 20_000;
/** Clocks that differ by less are the same. */
const AGREE = 600_000;
const root = document.querySelector<HTMLElement>("[data-numbers]");
const form = root?.querySelector<HTMLFormElement>("form[data-entry]");
if (root && form) void start(root, form);

async function start(root: HTMLElement, form: HTMLFormElement): Promise<void> {
  const path = root.dataset.numbers ?? "";
  const [, lang = "", work = ""] = /^\/([a-z]+)(\/.*)$/.exec(path) ?? [];
  const person = root.dataset.person ?? "";
  const words = JSON.parse(root.dataset.words ?? "{}") as Words;
  const place = (name: string) => root.querySelector<HTMLElement>(`[data-${name}]`) as HTMLElement;
  const rows = rowsOf(form);
  const mine = `${person} ${work}`;
  const statuses = new Map<string, HTMLElement>();
  /** What the counts were before a number was typed over them. */
  const typedOver = new Map<string, number>();
  let last = 0;
  const before = await typed.find(mine);
  const done = new Set(before?.done);
  const counts = new Map(Object.entries(before?.counts ?? {}));
  let seen = before?.seen ?? 0;
  const aheadIn = (page: HTMLElement | null) => {
    const ahead = Number(page?.dataset.now) - Date.now();
    return Math.abs(ahead) > AGREE ? ahead : 0;
  };
  // A page that nobody has opened here before has just come from the server.
  let ahead = before ? (before.ahead ?? 0) : aheadIn(root);

  let isRestored = false;
  let isNews = false;
  let hadLeft = false;

  /** The same is said again when it is news, and else not over and over. */
  const say = (text: string) => {
    const status = place("status");
    if (isNews) status.textContent = "";
    isNews = false;
    if (status.textContent !== text) status.textContent = text;
  };
  const filled = (key: string, values: Record<string, string>) => (words[key] ?? "").replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");

  /** What is typed and not entered is kept too, but for what looks like a number of a person. */
  async function keepTyped(): Promise<void> {
    const fields: Record<string, string> = isRestored ? {} : { ...before?.fields };
    for (const row of rows) {
      if (isUntouched(row)) continue;
      for (const input of inputsOf(row)) if (input.value !== "") fields[input.name] = masked(input.value);
    }
    await typed.put({ key: mine, fields, done: [...done], counts: Object.fromEntries(counts), seen, ahead, at: Date.now() });
  }

  function restore(): void {
    const fields = before?.fields ?? {};
    isRestored = true;
    for (const row of rows) {
      const isOurs = isUntouched(row);
      for (const input of inputsOf(row)) {
        const old = fields[input.name];
        if (isOurs && old) input.value = old;
      }
      const folded = row.element.closest("details");
      if (folded && !isUntouched(row)) folded.open = true;
    }
  }

  async function keep(sent: Sent, label: string, number: string): Promise<boolean> {
    last = Math.max(Date.now(), last + 1);
    return put({ key: sent.sent, person, work, label, number, sent, tried: false, at: last });
  }

  const typedAs = (one: number): string => String(one).replace(".", lang === "en" ? "." : ",");

  function told(sent: Sent): string {
    const value = typedAs(sent.value ?? 0);
    return sent.all === undefined ? value : filled("of", { value, all: typedAs(sent.all) });
  }

  /** Enters a row; hands back where something is wrong. */
  async function enter(row: Row): Promise<HTMLInputElement | null> {
    const found = read(row, words);
    if ("fault" in found) {
      tell(found.at, found.fault);
      return found.at;
    }
    const sent: Sent = { sent: row.sent?.value || crypto.randomUUID(), measure: row.measure, day: row.day, ...found };
    if (!(await keep(sent, row.label, told(sent)))) {
      // A browser that keeps nothing: the form does it.
      form.submit();
      return null;
    }
    if (row.sent) row.sent.value = crypto.randomUUID();
    isNews = true;
    done.add(row.key);
    fold(row);
    inputsOf(row).forEach((input) => (input.value = input.defaultValue));
    row.value.value = "";
    list(sent, `${row.label}: ${told(sent)}`);
    const over = countTyped(form, counts, sent);
    if (over !== null) typedOver.set(sent.sent, over);
    await keepTyped();
    showDays();
    return null;
  }

  /** Among what was just entered, with how it stands. */
  function list(sent: Sent, text: string): void {
    statuses.set(sent.sent, showJust(place("just"), text, words.kept ?? "", words, () => void takeBack(sent, text)));
  }

  /** Of one that was typed before the page was opened nothing else is known than that it is gone. */
  function uncount(sent: Sent): void {
    countBack(form, counts, sent, typedOver.get(sent.sent) ?? 0);
    typedOver.delete(sent.sent);
  }

  /** What has not left the phone is forgotten; what may have is undone by the server. */
  async function takeBack(sent: Sent, text: string): Promise<void> {
    const waits = await find(sent.sent);
    if (waits && (!waits.tried || waits.fate)) await forget(sent.sent);
    else await keep({ sent: crypto.randomUUID(), measure: sent.measure, undo: sent.sent }, text, words.undone ?? "");
    statuses.delete(sent.sent);
    uncount(sent);
    isNews = true;
    say(words.undone ?? "");
    const row = rows.find((one) => one.measure === sent.measure && one.day === sent.day);
    if (row) {
      done.delete(row.key);
      delete row.element.dataset.done;
      row.element.hidden = false;
      row.value.value = typedAs(sent.value ?? 0);
      if (row.all && sent.all !== undefined) row.all.value = typedAs(sent.all);
      row.value.focus();
    }
    showDays();
    await keepTyped();
    await send();
    await recount();
  }

  /** What was undone may have been counted on: the server knows how far it is now. */
  async function recount(): Promise<void> {
    if (!form.querySelector("[data-tally]")) return;
    const had = await keepPage(person);
    if (had.is !== "kept") return;
    const served = countsOn(had.page);
    counted = counted.then(async () => countAnew(form, counts, served, (await waitingOf(person)).filter((one) => one.work === work)));
    await counted;
    await keepTyped();
  }

  let counted: Promise<unknown> = Promise.resolve();

  /** Taps come faster than a phone writes: each is counted after the one before it. */
  async function tap(button: HTMLButtonElement, more: number): Promise<void> {
    const mine = counted.then(() => count(button, more));
    counted = mine.catch(() => undefined);
    if (!(await mine)) return;
    await keepTyped();
    await send();
  }

  /** Tells whether it is counted. */
  async function count(button: HTMLButtonElement, more: number): Promise<boolean> {
    const group = button.closest<HTMLElement>("[data-day]");
    const output = group?.querySelector("output");
    const section = button.closest<HTMLElement>("[data-measure]");
    if (!group || !output || !section) return false;
    const sent: Sent = { sent: crypto.randomUUID(), measure: section.dataset.measure ?? "", day: group.dataset.day, more };
    if (Number(output.textContent) + more < 0) return false;
    const below = section.querySelector<HTMLInputElement>("[data-tally] input[data-all]");
    if (below) {
      const all = number(below.value);
      if (all === null || all < 0) tell(below, words.all ?? "");
      else if (all === 0) tell(below, words.risk ?? "");
      else sent.all = all;
      if (sent.all === undefined) return false;
    }
    if (!(await keep(sent, group.getAttribute("aria-label") ?? "", more > 0 ? `+${more}` : `−${-more}`))) {
      // A browser that keeps nothing: the form does it.
      const also = document.createElement("input");
      Object.assign(also, { type: "hidden", name: button.name, value: button.value });
      form.append(also);
      form.submit();
      return false;
    }
    output.textContent = String(Number(output.textContent) + more);
    counts.set(`${sent.measure} ${sent.day}`, output.textContent);
    return true;
  }

  /** Nothing leaves the phone before it is known what the server has counted: a tap would be in both. */
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((is) => (begin = is));

  /** Sends what waits, and says how all of it stands. */
  async function send(): Promise<void> {
    await begun;
    show(await sendAll(person, lang), await waitingOf(person));
  }

  function show(outcome: Outcome, waiting: Waiting[]): void {
    const ours = waiting.filter((one) => one.work === work);
    place("offline").hidden = outcome !== "offline";
    place("log-in").hidden = outcome !== "out";
    for (const [sent, status] of statuses) {
      const one = ours.find(({ key }) => key === sent);
      status.textContent = (one ? (one.fate === "conflict" ? words.met : (one.said ?? words.kept)) : words.saved) ?? "";
    }
    for (const one of ours) if (isStuck(one) && typedOver.has(one.key)) uncount(one.sent);
    showWaiting(place("waiting"), ours.filter(isStuck), words, () => void send().then(recount));
    const left = ours.filter((one) => !isStuck(one)).length;
    if (left > 0) say(filled("waits", { count: String(left) }));
    else if (ours.length > 0) say(words.stuck ?? "");
    else if (statuses.size > 0 || hadLeft) say(words.saved ?? "");
    hadLeft = left > 0;
  }

  /** All that is filled in; the focus goes to what is wrong. */
  async function enterAll(): Promise<void> {
    const wrong: HTMLInputElement[] = [];
    for (const row of rows) {
      if (row.element.hidden || isUntouched(row)) continue;
      const at = await enter(row);
      if (at) wrong.push(at);
    }
    wrong[0]?.focus();
    await send();
  }

  async function enterNothing(key: string): Promise<void> {
    const row = rows.find((one) => one.key === key);
    if (!row) return;
    row.value.value = "0";
    if (row.all && row.kind === "share") row.all.value = "0";
    await onward(row, row.all ?? row.value);
  }

  /** Enters the row that one leaves, and stands in the next field. */
  async function onward(row: Row, from: HTMLInputElement): Promise<void> {
    const visible = rows.filter((one) => !one.element.hidden && one.element.offsetParent !== null).flatMap(inputsOf);
    const next = visible[visible.indexOf(from) + 1];
    const isLast = inputsOf(row).at(-1) === from;
    const wrong = isLast && !isUntouched(row) ? await enter(row) : null;
    (wrong ?? next ?? form.querySelector<HTMLElement>("#send"))?.focus();
    if (isLast) await send();
  }

  async function undoStored(button: HTMLButtonElement): Promise<void> {
    const [measure = "", undo = ""] = button.value.split("_");
    const item = button.closest("li");
    const label = item?.querySelector("p")?.textContent ?? "";
    if (!(await keep({ sent: crypto.randomUUID(), measure, undo }, label, words.undone ?? ""))) return;
    item?.remove();
    place("just").hidden = !place("just").querySelector("li");
    say(words.undone ?? "");
    await send();
    await recount();
  }

  function hear(): void {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
      if (button?.name === "en_til") void tap(button, 1);
      else if (button?.name === "en_mindre") void tap(button, -1);
      else if (button?.name === "ingen") void enterNothing(button.value);
      else if (button?.name === "angre") void undoStored(button);
      else void enterAll();
    });
    form.addEventListener("input", () => void keepTyped());
    for (const row of rows) {
      for (const input of inputsOf(row)) {
        input.autocomplete = "off";
        input.enterKeyHint = "next";
        input.addEventListener("keydown", (event) => {
          if (event.key !== "Enter" || event.isComposing) return;
          event.preventDefault();
          void onward(row, input);
        });
      }
    }
    window.addEventListener("online", () => void send());
    window.addEventListener("offline", () => (place("offline").hidden = false));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "visible") return;
      showDays();
      void send();
    });
    window.setInterval(() => void waitingOf(person).then((all) => (all.length > 0 ? send() : undefined)), AGAIN);
  }

  /** Shows the periods of the day that it is, and says so where the clock of the phone shows another. */
  function showDays(): void {
    const today = dayAt(ahead);
    reveal(form, rows, today);
    place("clock").hidden = today === dayAt(0);
  }

  function fold(row: Row): void {
    row.element.hidden = true;
    row.element.dataset.done = "1";
  }

  /** Rows whose number waits on the phone, or has left it since the page was kept, are not asked for again. */
  function hide(waiting: Waiting[], had: Had): void {
    const waits = (row: Row) => waiting.some(({ sent, fate }) => sent.measure === row.measure && sent.day === row.day && sent.value !== undefined && fate !== "refused" && fate !== "clock");
    for (const row of rows) if (done.has(row.key) || waits(row)) fold(row);
    // A page that has come from the server knows those that have left.
    if (had.is === "kept") done.clear();
    for (const row of rows) if (waits(row)) done.add(row.key);
  }

  if ("serviceWorker" in navigator) void navigator.serviceWorker.register(`/${lang}/arbeid/uten-nett.js`, { scope: path }).catch(() => undefined);
  await sweep();
  await typed.sweep();
  showDays();
  const mineHere = async () => (await waitingOf(person)).filter((one) => one.work === work);
  countTaps(form, counts, await mineHere());
  hear();
  const had = await keepPage(person);
  place("device").hidden = !("serviceWorker" in navigator);
  if (had.is === "kept") {
    seen = Date.now();
    ahead = aheadIn(had.page.querySelector<HTMLElement>("[data-numbers]"));
    showDays();
  } else if (had.is === "offline" && Date.now() - seen > Number(root.dataset.minutes) * 60_000) {
    const isSame = await isSamePerson(place);
    place("same").hidden = true;
    if (!isSame) {
      await dropPage(person);
      place("gone").hidden = false;
      return;
    }
    place("body").hidden = false;
    seen = Date.now();
  }
  if (had.is === "kept") {
    // One that is tapped meanwhile is counted before or after, never amid it.
    const served = countsOn(had.page);
    counted = counted.then(async () => countAnew(form, counts, served, await mineHere()));
    await counted;
  }
  const ours = await mineHere();
  // What waited may be sent before anything is said of it.
  hadLeft = ours.length > 0;
  hide(ours, had);
  for (const { sent, label, number, fate } of ours) {
    if (sent.value !== undefined && fate !== "refused" && fate !== "clock" && !statuses.has(sent.sent)) list(sent, `${label}: ${number}`);
  }
  restore();
  showDays();
  await keepTyped();
  begin();
  await send();
}
