import { put } from "./dialog";
import { link } from "./link";
import { picture } from "./picture";
import { table } from "./table";

/** A small bar above each text with marks. Its words are the form's; without it, marks are typed. */
type Tool = [words: string | undefined, use: (area: HTMLTextAreaElement) => void];

export function toolbars(form: HTMLFormElement): void {
  const { toolHeading, toolBold, toolList, toolLink, toolTable, toolPicture, tools } = form.dataset;
  const all: Tool[] = [
    [toolHeading, (area) => lines(area, "## ", /^#+ */)],
    [toolBold, (area) => around(area, "**")],
    [toolList, (area) => lines(area, "- ", /^- /)],
    [toolLink, (area) => link(form, area)],
    [toolTable, (area) => table(form, area)],
    [toolPicture, (area) => picture(form, area)],
  ];
  for (const area of form.querySelectorAll<HTMLTextAreaElement>("textarea[data-marked]")) bar(area, tools ?? "", all);
}

function bar(area: HTMLTextAreaElement, name: string, tools: Tool[]): void {
  const bar = document.createElement("div");
  bar.className = "marks";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", name);
  bar.setAttribute("aria-controls", area.id);
  const buttons = tools.map(([words, use], nth) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ds-button";
    button.dataset.variant = "tertiary";
    button.dataset.size = "sm";
    button.tabIndex = nth === 0 ? 0 : -1;
    button.textContent = words ?? "";
    button.addEventListener("click", () => {
      area.focus();
      use(area);
    });
    return button;
  });
  bar.append(...buttons);
  // One stop for the tab key; arrows go on within.
  bar.addEventListener("keydown", (event) => {
    const now = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const last = buttons.length - 1;
    const next = { ArrowRight: now === last ? 0 : now + 1, ArrowLeft: now === 0 ? last : now - 1, Home: 0, End: last }[event.key];
    if (now < 0 || next === undefined) return;
    event.preventDefault();
    buttons.forEach((button, nth) => (button.tabIndex = nth === next ? 0 : -1));
    buttons[next]?.focus();
  });
  area.before(bar);
}

/** Puts marks around what is chosen, between them when nothing is; takes them away where they stand. */
function around(area: HTMLTextAreaElement, mark: string): void {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const [chosen, size] = [value.slice(start, end), mark.length];
  let [from, words] = [start + size, chosen];
  if (chosen.length > 2 * size && chosen.startsWith(mark) && chosen.endsWith(mark)) {
    [from, words] = [start, chosen.slice(size, -size)];
    put(area, words, start, end);
  } else if (start >= size && value.slice(start - size, start) === mark && value.slice(end, end + size) === mark) {
    from = start - size;
    put(area, words, from, end + size);
  } else {
    put(area, mark + words + mark, start, end);
  }
  area.setSelectionRange(from, from + words.length);
}

/** Begins each line that is chosen, in whole or in part, with a mark; takes it away where all have it. */
function lines(area: HTMLTextAreaElement, mark: string, old: RegExp): void {
  const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const found = area.value.indexOf("\n", area.selectionEnd);
  const end = found < 0 ? area.value.length : found;
  const all = area.value.slice(start, end).split("\n");
  const begin = all.every((line) => line.startsWith(mark)) ? "" : mark;
  put(area, all.map((line) => begin + line.replace(old, "")).join("\n"), start, end);
}
