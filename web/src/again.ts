/** Asks for a page once more, to take over a part of it: nothing when it does not come. */
export async function load(address: string): Promise<Document | null> {
  try {
    const answer = await fetch(address, { headers: { accept: "text/html" } });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    return null;
  }
}

/** Puts words where a screen reader is told of them. */
export function sayIn(place: string, words: string): void {
  const status = document.querySelector(place);
  if (status) status.textContent = words.trim();
}
