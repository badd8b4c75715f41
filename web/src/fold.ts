/** Filters are sent open, so that they work without script; on a narrow screen they start folded. */
export function foldOnPhones(): void {
  if (matchMedia("(width < 60rem)").matches) {
    for (const part of document.querySelectorAll("details[data-fold]")) part.removeAttribute("open");
  }
  // The menu closes on Escape and when one goes elsewhere.
  const menu = document.querySelector<HTMLDetailsElement>("details.menu");
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu?.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  addEventListener("click", (event) => {
    if (menu?.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  });
}
