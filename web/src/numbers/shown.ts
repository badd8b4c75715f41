import { masked } from "../editor/mask";
import { forget, put, type Day, type Waiting } from "./queue";
import { tell, type Words } from "./rows";

function button(words: string, about: string, press: () => void, variant = "secondary"): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "ds-button";
  made.dataset.variant = variant;
  made.dataset.size = "sm";
  made.textContent = words;
  const of = document.createElement("span");
  of.className = "ds-sr-only";
  of.textContent = `: ${about}`;
  made.append(of);
  made.addEventListener("click", press);
  return made;
}

function line(list: Element, text: string, ...more: (Node | string)[]): HTMLLIElement {
  const item = document.createElement("li");
  const told = document.createElement("p");
  told.textContent = text;
  item.append(told, ...more);
  list.append(item);
  return item;
}

const told = (one: Waiting): string => (one.number ? `${one.label}: ${one.number}` : one.label);

/** What can't be sent as it is, for who typed it alone: met by another number, or refused. */
export function showWaiting(place: HTMLElement, all: Waiting[], words: Words, changed: () => void): void {
  const list = place.querySelector("[data-list]");
  if (!list) return;
  // Whoever is saying why is not disturbed.
  if (list.contains(document.activeElement) && document.activeElement instanceof HTMLInputElement) return;
  list.replaceChildren();
  place.hidden = all.length === 0;
  for (const one of all) {
    const why = document.createElement("p");
    why.className = "quiet";
    why.textContent = one.fate === "conflict" ? `${one.said ?? ""} ${words.met ?? ""}` : `${words.refused ?? ""}: ${one.said ?? ""}`;
    const drop = (text: string) => button(text, told(one), () => void forget(one.key).then(changed));
    if (one.fate === "clock") why.textContent = one.said ?? "";
    const days = (one.days ?? []).flatMap((day) => [button((words.belongs ?? "").replace("{period}", day.period), told(one), () => void move(one, day).then(changed)), " "]);
    if (one.fate === "clock") line(list, told(one), why, ...days, drop(words.drop ?? ""));
    else if (one.fate !== "conflict") line(list, told(one), why, drop(words.drop ?? ""));
    else {
      const item: HTMLLIElement = line(list, told(one), why, button(words.mine ?? "", told(one), () => ask(item, one, words, changed)), " ", drop(words.theirs ?? ""));
    }
  }
}

/** It is of this period: who typed it has said so, and it is sent again. */
function move({ fate: _, said: __, days: ___, ...one }: Waiting, { day, period }: Day): Promise<boolean> {
  const label = day === one.sent.day ? one.label : `${one.label} → ${period}`;
  return put({ ...one, label, sent: { ...one.sent, day, sure: true } });
}

/** Theirs takes the place of the one that stands there, and they say why. */
function ask(item: HTMLLIElement, one: Waiting, words: Words, changed: () => void): void {
  const field = document.createElement("div");
  field.className = "ds-field";
  const label = document.createElement("label");
  const help = document.createElement("div");
  const input = document.createElement("input");
  label.className = "ds-label";
  label.htmlFor = input.id = `hvorfor-${one.key}`;
  label.textContent = words.why ?? "";
  help.dataset.field = "description";
  help.textContent = words.whyHelp ?? "";
  input.className = "ds-input";
  input.maxLength = 200;
  field.append(label, help, input);
  const save = () => {
    const reason = masked(input.value.trim());
    if (reason === "") {
      tell(input, words.reason ?? "");
      input.focus();
      return;
    }
    input.blur();
    const { fate: _, said: __, there, ...rest } = one;
    void put({ ...rest, sent: { ...one.sent, instead: there, reason } }).then(changed);
  };
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    save();
  });
  item.querySelectorAll("button").forEach((old) => old.remove());
  item.append(field, button(words.mine ?? "", told(one), save, "primary"));
  input.focus();
}

/** What was entered a moment ago, with how it stands and the way to undo it. */
export function showJust(place: HTMLElement, text: string, state: string, words: Words, undo: () => void): HTMLElement {
  const list = place.querySelector("[data-list]");
  const status = document.createElement("span");
  status.className = "quiet";
  status.textContent = state;
  if (!list) return status;
  const item: HTMLLIElement = line(list, text, status, " ", button(words.undo ?? "", text, () => {
    item.remove();
    place.hidden = list.childElementCount === 0;
    undo();
  }));
  list.prepend(item);
  place.hidden = false;
  return status;
}

/** It is long since the server knew who this is: on a phone that several use it is asked before anything is shown. */
export function isSamePerson(place: (name: string) => HTMLElement): Promise<boolean> {
  place("body").hidden = true;
  place("same").hidden = false;
  const press = (name: string) => place("same").querySelector<HTMLElement>(`[data-${name}]`);
  press("yes")?.focus();
  return new Promise((answer) => {
    press("yes")?.addEventListener("click", () => answer(true));
    press("no")?.addEventListener("click", () => answer(false));
  });
}
