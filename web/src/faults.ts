/** After a refused form the summary of faults is where the reader starts. */
export function focusFaults(): void {
  document.querySelector<HTMLElement>(".ds-error-summary")?.focus();
}
