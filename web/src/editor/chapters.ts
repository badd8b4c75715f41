import { load } from "../again";

/** Not more often than this is the checklist asked for anew. */
const PAUSE = 3_000;

/** Opens each chapter that a field stands in. Browsers do it themselves for a link, the newest ones. */
export function reveal(field: Element | null): void {
  for (let part = field?.closest("details"); part; part = part.parentElement?.closest("details")) part.open = true;
}

/** Whoever is led to a field finds it open, and sees how much is written in each chapter. */
export function chapters(form: HTMLFormElement): void {
  const at = (hash: string) => document.getElementById(hash.slice(1));
  reveal(location.hash ? at(location.hash) : null);
  window.addEventListener("hashchange", () => reveal(at(location.hash)));
  // Before the browser follows it; also the same link twice, which changes no address.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href^='#']") : null;
    if (link) reveal(at(link.hash));
  });
  form.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLTextAreaElement) counted(form, target);
  });
}

function counted(form: HTMLFormElement, area: HTMLTextAreaElement): void {
  // As the server counts them: the marks of a table, a list or a heading are no words.
  const count = area.value.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  for (const told of form.querySelectorAll<HTMLElement>("[data-count-of]")) {
    const { countOf, none, one, many } = told.dataset;
    if (countOf !== area.id) continue;
    const words = count === 1 ? one : count === 0 ? (none ?? many) : many;
    told.textContent = (words ?? "").replace("#", String(count));
  }
}

/** What the text lacks, told anew some time after it was saved. */
export function checks(address: string): () => void {
  let timer = 0;
  // The first save makes a draft of what is public: that is told at once.
  let pause = 0;
  const renew = async () => {
    timer = 0;
    const page = await load(address);
    const parts = ".desk h1, [data-editor-checks], [data-editor-stage], [data-editor-readers], .tabs small, details.piece > summary > small:not([data-count-of])";
    const fresh = [...(page?.querySelectorAll(parts) ?? [])];
    const here = [...document.querySelectorAll(parts)];
    if (fresh.length !== here.length) return;
    // Nobody loses their place in it.
    here.forEach((one, nth) => {
      if (!one.contains(document.activeElement)) one.replaceChildren(...(fresh[nth]?.childNodes ?? []));
    });
  };
  return () => {
    timer ||= window.setTimeout(() => void renew(), pause);
    pause = PAUSE;
  };
}
