import { load, sayIn } from "./again";

/** A booklet on its way tells how far it has come, without being asked: words, bar, and in the end the link. */
export function progress(): void {
  const area = document.querySelector<HTMLElement>("[data-progress]");
  if (!area || isOver(area)) return;
  const look = async () => {
    const page = await load(location.pathname);
    const fresh = page?.querySelector<HTMLElement>("[data-progress]");
    if (!fresh) return void setTimeout(look, 5000);
    const before = area.querySelector("[data-progress-words]")?.textContent;
    const stage = fresh.dataset.progress ?? "";
    if (stage !== area.dataset.progress) {
      const hadFocus = area.contains(document.activeElement);
      area.dataset.progress = stage;
      area.replaceChildren(...fresh.childNodes);
      if (hadFocus) area.querySelector<HTMLElement>("a")?.focus();
      // Said once for each stage, not for each text: a listener has other things to do.
      say(area.querySelector("[data-progress-words]")?.textContent ?? "");
    } else {
      follow(area, fresh, before ?? "");
    }
    if (!isOver(area)) setTimeout(look, 1500);
  };
  setTimeout(look, 1000);
}

const isOver = (area: HTMLElement) => ["done", "failed"].includes(area.dataset.progress ?? "");

function follow(area: HTMLElement, fresh: HTMLElement, before: string): void {
  const words = fresh.querySelector("[data-progress-words]")?.textContent ?? before;
  const place = area.querySelector("[data-progress-words]");
  if (place && place.textContent !== words) place.textContent = words;
  const bar = area.querySelector("progress");
  const newer = fresh.querySelector("progress");
  if (bar && newer) bar.value = newer.value;
}

const say = (words: string) => sayIn("[data-progress-status]", words);
