/** While somebody types, a list of what they may mean: a combobox as ARIA 1.2 has it. The words all come from the server. */
interface Suggestion { text: string; href: string; note: string; lang?: string }
interface Answer { status: string; groups: { kind: string; heading: string; items: Suggestion[] }[] }

const PAUSE = 150;

export function suggestions(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-suggest]")) {
    const input = form.querySelector<HTMLInputElement>("input[type=search]");
    const list = form.querySelector<HTMLElement>(".suggestions");
    const status = form.querySelector("[data-suggest-status]");
    if (input && list && status) combobox(form.dataset.suggest ?? "", input, list, status);
  }
}

function combobox(address: string, input: HTMLInputElement, list: HTMLElement, status: Element): void {
  let timer = 0;
  let asked: AbortController | undefined;
  let active = -1;
  const options = () => [...list.querySelectorAll<HTMLElement>("[role=option]")];

  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", list.dataset.label ?? "");
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  show(false);

  function show(open: boolean): void {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) choose(-1);
  }

  function choose(nth: number): void {
    active = nth;
    options().forEach((option, i) => {
      option.setAttribute("aria-selected", String(i === nth));
      if (i === nth) option.scrollIntoView({ block: "nearest" });
    });
    const chosen = options()[nth];
    if (chosen) input.setAttribute("aria-activedescendant", chosen.id);
    else input.removeAttribute("aria-activedescendant");
  }

  /** What was on its way is not wanted any more. */
  function stop(): void {
    clearTimeout(timer);
    asked?.abort();
  }

  async function ask(): Promise<void> {
    const words = input.value.trim();
    if (words === "") return close();
    asked = new AbortController();
    const { signal } = asked;
    try {
      const answer = await fetch(`${address}?q=${encodeURIComponent(words)}`, { signal });
      if (!answer.ok) return close();
      const found = (await answer.json()) as Answer;
      if (signal.aborted || document.activeElement !== input) return;
      fill(found);
    } catch {
      if (!signal.aborted) close();
    }
  }

  function fill({ groups, status: said }: Answer): void {
    let nth = 0;
    list.replaceChildren(...groups.map(({ kind, heading, items }) => {
      const group = part("div", "");
      const name = part("div", heading);
      name.id = `${list.id}-${kind}`;
      name.className = "suggestions-name";
      group.setAttribute("role", "group");
      group.setAttribute("aria-labelledby", name.id);
      group.append(name, ...items.map((item) => option(item, `${list.id}-${nth++}`)));
      return group;
    }));
    status.textContent = said;
    show(nth > 0);
  }

  function close(): void {
    status.textContent = "";
    show(false);
  }

  function move(step: number): void {
    const many = options().length;
    // Before the first and after the last is the field itself.
    choose(((active + 1 + step + many + 1) % (many + 1)) - 1);
  }

  input.addEventListener("input", () => {
    stop();
    timer = window.setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const open = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (open) move(event.key === "ArrowDown" ? 1 : -1);
      else if (!event.altKey || event.key === "ArrowDown") void ask();
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      stop();
      close();
    } else if (event.key === "Enter" && open && active >= 0) {
      event.preventDefault();
      options()[active]?.click();
    } else if (event.key === "Enter") {
      stop();
    }
  });
  input.addEventListener("blur", () => {
    stop();
    close();
  });
  // The field keeps the focus, so the list is still there when the finger is lifted.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
}

function part(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/** A link in the role of an option: it can be opened in another tab like any other. */
function option({ text, href, note, lang }: Suggestion, id: string): HTMLElement {
  const link = document.createElement("a");
  link.href = href;
  link.id = id;
  link.tabIndex = -1;
  link.setAttribute("role", "option");
  link.setAttribute("aria-selected", "false");
  const name = part("span", text);
  if (lang) name.lang = lang;
  link.append(name);
  if (note) link.append(" ", part("small", note));
  return link;
}
