/** What a window is called, how it is closed, and what is asked before something typed in it is lost. */
export interface Said { heading: string; close: string; leave: string }

export const said = (form: HTMLFormElement, heading = ""): Said => ({
  heading,
  close: form.dataset.linkClose ?? "",
  leave: form.dataset.dialogLeave ?? "",
});

/** What a window is closed with by whoever does not want what they wrote in it. */
export const DROPPED = "dropped";

/** What texts hold with what is written in a window above them: it is saved and kept as if it were put in already. */
export const pending = new Map<HTMLTextAreaElement, () => string>();

/** A small window above the text, as the browser itself has them: the rest waits, and Escape closes it. */
export function open({ heading, close, leave }: Said, fill: (into: HTMLElement) => void, isWritten?: () => boolean): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "asking";
  const title = part("h2", heading);
  title.id = "asking";
  title.className = "ds-heading";
  title.dataset.size = "xs";
  dialog.setAttribute("aria-labelledby", title.id);
  const into = document.createElement("div");
  fill(into);
  let isTyped = false;
  dialog.addEventListener("input", () => (isTyped = true));
  const isLost = isWritten ?? (() => isTyped && [...into.querySelectorAll("input")].some((one) => one.value.trim()));
  const shut = () => {
    if (!isLost() || confirm(leave)) dialog.close(DROPPED);
  };
  // By the key itself: a browser may close the window on a second Escape without asking us.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    shut();
  });
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    shut();
  });
  dialog.append(title, into, button(close, shut, "tertiary"));
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

/** Puts text in the place of what was there, as if it had been typed: one step to undo. */
export function put(area: HTMLTextAreaElement, text: string, start: number, end: number): void {
  const whole = area.value.slice(0, start) + text + area.value.slice(end);
  if (whole === area.value) return;
  area.focus();
  area.setSelectionRange(start, end);
  // Old, and still the only way that the browser's own undo knows of.
  if (text) document.execCommand("insertText", false, text);
  else document.execCommand("delete");
  if (area.value === whole) return;
  // It does not know the command, or the field is full: better whole than undone.
  area.value = whole;
  area.setSelectionRange(start + text.length, start + text.length);
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
