import { load, sayIn } from "./again";

/** A filter form asks again on each change and swaps the hits in place, so the focus stays on the box one ticked. */
export function liveFilters(): void {
  const area = document.querySelector<HTMLElement>("[data-live]");
  if (!area) return;
  const address = () => location.pathname + location.search;
  let latest = 0;
  let shown = address();
  area.addEventListener("change", async (event) => {
    const form = event.target instanceof Element ? event.target.closest("form") : null;
    if (!form) return;
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && value !== "") query.append(name, value);
    }
    const action = new URL(form.action);
    action.search = query.toString();
    const mine = ++latest;
    area.classList.add("busy");
    const page = await load(action.href);
    if (mine !== latest) return;
    const fresh = page?.querySelector("[data-live]");
    if (!page || !fresh) return location.assign(action.href);
    history.pushState(null, "", action.href);
    shown = address();
    document.title = page.title;
    swap(area, fresh);
    keepLanguages(page);
    area.classList.remove("busy");
    say(area.querySelector("[data-live-count]")?.textContent ?? "");
  });
  // Who goes to another place of the page, by the link that skips the menu, sees the same hits.
  addEventListener("popstate", () => {
    if (address() !== shown) location.reload();
  });
}

/** What was open stays open, and what had the focus has it again. */
function swap(area: Element, fresh: Element): void {
  const focused = document.activeElement?.id;
  for (const old of area.querySelectorAll<HTMLDetailsElement>("details[id]")) {
    const twin = fresh.querySelector<HTMLDetailsElement>(`#${CSS.escape(old.id)}`);
    if (twin) twin.open = old.open;
  }
  area.replaceChildren(...fresh.childNodes);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

/** The other languages show the same hits, so their links outside the list follow the address. */
function keepLanguages(page: Document): void {
  const links = "header a[hreflang], footer a[hreflang]";
  const fresh = [...page.querySelectorAll<HTMLAnchorElement>(links)];
  document.querySelectorAll<HTMLAnchorElement>(links).forEach((link, i) => {
    const href = fresh[i]?.getAttribute("href");
    if (href) link.setAttribute("href", href);
  });
}

const say = (words: string) => sayIn("[data-live-status]", words);
