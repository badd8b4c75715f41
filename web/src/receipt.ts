/** What was just done is told once: who loads the page again is not told again. */
export function receipt(): void {
  if (!document.querySelector("[data-receipt]")) return;
  const address = new URL(location.href);
  address.searchParams.delete("gjort");
  history.replaceState(history.state, "", address);
}
