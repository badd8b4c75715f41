/** What was sent by a button of this tab, told before the page goes: the browser's large store may be too slow for that. */
export interface Sent { key: string; base: number }

const NAME = "padriver-sent";

export function after(sent: Sent): void {
  try {
    sessionStorage.setItem(NAME, JSON.stringify(sent));
  } catch {
    // A browser that keeps nothing: then nothing of it is kept elsewhere either.
  }
}

/** What the page before this one sent. It is asked once. */
export function before(): Sent | null {
  try {
    const told = sessionStorage.getItem(NAME);
    sessionStorage.removeItem(NAME);
    return told === null ? null : (JSON.parse(told) as Sent);
  } catch {
    return null;
  }
}
