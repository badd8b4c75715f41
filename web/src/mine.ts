// What this browser has kept of texts that can't be opened any more: shown where one's own things are, to be copied,
// kept as a draft of one's own, or thrown away. No page of the text itself is there to offer it.
import { all, forget, sweep, type Kept } from "./editor/store";

const lang = document.documentElement.lang;
/** What somebody wrote; the rest of a form is chosen. */
const WRITTEN = /^(title|lead|body|note)$|^(facts|contact|source)\./;
/** What is of the text that it came from. */
const LEFT = new Set(["bevis", "hvem", "versjon", "vis", "videre", "ventet", "unntak", "unntak-tall", "sok", "finn", "centre", "slug"]);

/** Of which text of whom it is: `/skriv/<id>`. */
const textOf = ({ key }: Kept): string => key.split(" ")[1] ?? "";
const isOf = (person: string) => ({ key }: Kept) => key.startsWith(`${person} `);
const valueOf = (form: HTMLFormElement, name: string): string => form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? "";

/** Does the server say that they can't write there any more? Without an answer nobody knows. */
async function isLost(text: string, form: HTMLFormElement): Promise<boolean> {
  const body = new URLSearchParams(["hvem", "bevis"].map((name) => [name, valueOf(form, name)]));
  try {
    const answer = await fetch(`/${lang}${text}/her.json`, { method: "POST", body, headers: { accept: "application/json" } });
    return ((await answer.json()) as { lost?: boolean }).lost === true;
  } catch {
    return false;
  }
}

/** Forgets it here when it has come there, and not before. */
function keeping(form: HTMLFormElement, kept: () => Promise<Kept[]>): void {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void (async () => {
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
      try {
        const answer = await fetch(form.action, { method: "POST", body });
        if (answer.ok && answer.redirected) {
          for (const { key } of await kept()) await forget(key);
          location.assign(answer.url);
          return;
        }
      } catch {
        // The browser says it in its own words.
      }
      form.submit();
    })();
  });
}

async function offer(place: HTMLElement): Promise<void> {
  const sheet = place.querySelector("template");
  const first = sheet?.content.querySelector("form");
  const person = place.dataset.lost ?? "";
  if (!first) return;
  await sweep();
  const mine = (await all()).filter(isOf(person)).sort((one, other) => other.at - one.at);
  const texts = [...new Set(mine.map(textOf))];
  const lost = new Set<string>();
  for (const text of texts) if (await isLost(text, first)) lost.add(text);
  mine.filter((one) => lost.has(textOf(one))).forEach((one, nth) => show(place, first, one, nth));
}

function show(place: HTMLElement, first: HTMLFormElement, one: Kept, nth: number): void {
  const form = first.cloneNode(true) as HTMLFormElement;
  const fields = [...new URLSearchParams(one.body)];
  const words = fields.filter(([name, value]) => WRITTEN.test(name) && value.trim() !== "").map(([, value]) => value);
  if (words.length === 0) return;
  const [field, label, area] = [document.createElement("div"), document.createElement("label"), document.createElement("textarea")];
  field.className = "ds-field";
  label.className = "ds-label";
  Object.assign(area, { className: "ds-input", id: `beholdt-${nth}`, rows: 8, readOnly: true, value: words.join("\n\n") });
  label.htmlFor = area.id;
  field.append(label, area);
  form.prepend(field);
  label.textContent = new Date(one.at).toLocaleString(lang === "en" ? "en-GB" : "nb-NO", { dateStyle: "long", timeStyle: "short" });
  for (const [name, value] of fields.filter(([name]) => !LEFT.has(name))) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    form.append(field);
  }
  // Nobody knows what kind of text it was: then it can be copied.
  if (!valueOf(form, "slag")) form.querySelector("[type=submit]")?.remove();
  keeping(form, () => Promise.resolve([one]));
  form.querySelector("[data-lost-copy]")?.addEventListener("click", () => void copy(place, area));
  form.querySelector("[data-lost-drop]")?.addEventListener("click", () => void drop(place, form, one));
  place.append(form);
  place.hidden = false;
}

async function copy(place: HTMLElement, area: HTMLTextAreaElement): Promise<void> {
  area.select();
  try {
    await navigator.clipboard.writeText(area.value);
  } catch {
    // It is marked, for who copies by the keys.
    return;
  }
  const status = place.querySelector("[data-lost-status]");
  if (status) status.textContent = place.dataset.copied ?? "";
}

async function drop(place: HTMLElement, form: HTMLFormElement, one: Kept): Promise<void> {
  await forget(one.key);
  form.remove();
  place.hidden = place.querySelector("form") === null;
  if (!place.hidden) place.focus();
}

const place = document.querySelector<HTMLElement>("[data-lost]");
if (place) void offer(place);
// The page that tells of it has what was sent by a button.
const told = document.querySelector<HTMLFormElement>("main form[data-lost-keep]:not([data-lost-keep=''])");
if (told) {
  const its = (one: Kept) => one.sent && isOf(valueOf(told, "hvem"))(one) && textOf(one) === told.dataset.lostKeep;
  keeping(told, async () => (await all()).filter(its));
}
