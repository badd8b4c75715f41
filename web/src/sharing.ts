/** Print and copy need script, so their buttons are sent hidden and shown here. */
export function sharing(): void {
  for (const hidden of document.querySelectorAll("[data-script][hidden]")) hidden.removeAttribute("hidden");
  document.addEventListener("click", async (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button?.dataset.do === "print") print();
    if (button?.dataset.do === "copy") {
      await navigator.clipboard.writeText(button.dataset.text ?? location.href);
      const status = button.parentElement?.querySelector("[role=status]");
      if (status) status.textContent = button.dataset.done ?? "";
    }
  });
}
