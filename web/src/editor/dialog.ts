/** A small window above the text, as the browser itself has them: the rest waits, and Escape closes it. */
export function open(heading: string, close: string, fill: (into: HTMLElement) => void): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "asking";
  const title = part("h2", heading);
  title.id = "asking";
  title.className = "ds-heading";
  title.dataset.size = "xs";
  dialog.setAttribute("aria-labelledby", title.id);
  const into = document.createElement("div");
  fill(into);
  dialog.append(title, into, button(close, () => dialog.close(), "tertiary"));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

export function part(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

export function button(words: string, press: () => void, variant = "secondary"): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ds-button";
  button.dataset.variant = variant;
  button.dataset.size = "sm";
  button.textContent = words;
  button.addEventListener("click", press);
  return button;
}

/** Puts text in the place of what was there, as if it had been typed. */
export function put(area: HTMLTextAreaElement, text: string, start: number, end: number): void {
  area.focus();
  area.setRangeText(text, start, end, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
