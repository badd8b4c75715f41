import { shelf } from "../shelf";

/** Texts that are not safe on the server yet, in the browser's own store: one for each page that somebody writes in. */
export interface Kept {
  /** The person, the address and the page: nobody finds another's. */
  key: string;
  /** The inputs, as a form sends them, but for what proves who sends. */
  body: string;
  /** The revision that it was written on. */
  base: number;
  /** It was sent by a button, and the answer was another page. */
  sent: boolean;
  at: number;
}

export const { put, forget, all, sweep } = shelf<Kept>("padriver");
