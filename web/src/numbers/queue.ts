import { shelf } from "../shelf";

/** A number as the server is told of it. */
export interface Sent {
  /** The server knows it again by this, however often it is sent. */
  sent: string;
  measure: string;
  /** The first day of its period. */
  day?: string;
  value?: number;
  all?: number;
  /** So many more happened. */
  more?: number;
  /** The number that it takes the place of, and why. */
  instead?: string;
  reason?: string;
  /** What was sent under this name is undone. */
  undo?: string;
  /** Whoever typed it was asked which day it is of, and has said so. */
  sure?: boolean;
}

/** The server's word on one that it did not take; `early` is tried again, and of `clock` it is asked which day it is of. */
type Fate = "conflict" | "early" | "clock" | "refused";

/** What the server does not have yet. It is whose who typed it, and sent as nobody else's. */
export interface Waiting {
  key: string;
  person: string;
  /** The page of its work, behind the language. */
  work: string;
  /** Measure and period, and the number, as they are shown. */
  label: string;
  number: string;
  sent: Sent;
  /** It may have arrived: an answer can be lost on its way. */
  tried: boolean;
  fate?: Fate;
  said?: string;
  there?: string;
  /** The periods that it may be of. */
  days?: Day[];
  /** When it was typed, by the clock of the phone. */
  at: number;
}

export interface Day { day: string; period: string }

/** Nothing becomes of it before who typed it has said more. */
export const isStuck = ({ fate }: Waiting): boolean => fate === "conflict" || fate === "clock" || fate === "refused";

/** How it stands after sending: nobody is logged in here as who typed it, or there is no net. */
export type Outcome = "done" | "out" | "offline";

const queue = shelf<Waiting>("padriver-numbers");
const AT_ONCE = 100;
const LONGEST = 15_000;

export const { find, put, forget, sweep } = queue;
export const everybodys = queue.all;

/** In the order in which they were typed. */
export async function waitingOf(person: string): Promise<Waiting[]> {
  const mine = (await queue.all()).filter((one) => one.person === person);
  return mine.sort((a, b) => a.at - b.at);
}

let underWay: Promise<Outcome> | null = null;

/** Sends all that waits for this person; once at a time. */
export function sendAll(person: string, lang: string): Promise<Outcome> {
  underWay ??= rounds(person, lang).finally(() => (underWay = null));
  return underWay;
}

/** Until nothing is left that was typed while the others were sent. */
async function rounds(person: string, lang: string): Promise<Outcome> {
  for (;;) {
    const outcome = await round(person, lang);
    if (outcome !== "done" || !(await waitingOf(person)).some(({ tried }) => !tried)) return outcome;
  }
}

async function round(person: string, lang: string): Promise<Outcome> {
  const all = (await waitingOf(person)).filter((one) => !isStuck(one));
  for (const work of new Set(all.map((one) => one.work))) {
    const ours = all.filter((one) => one.work === work);
    for (let from = 0; from < ours.length; from += AT_ONCE) {
      const outcome = await some(person, `/${lang}${work}.json`, ours.slice(from, from + AT_ONCE));
      if (outcome !== "done") return outcome;
    }
  }
  return "done";
}

interface Told { sent: string; is: "kept" | "known" | Fate; said: string; there?: string; days?: Day[] }

async function some(person: string, address: string, chosen: Waiting[]): Promise<Outcome> {
  const entries: Waiting[] = [];
  for (const { key } of chosen) {
    // It may have been undone while the ones before it were sent.
    const one = await queue.find(key);
    if (!one) continue;
    await queue.put({ ...one, tried: true });
    entries.push(one);
  }
  if (entries.length === 0) return "done";
  let answers: Told[] = [];
  try {
    const body = JSON.stringify({ person, now: Date.now(), entries: entries.map(({ sent, at }) => ({ ...sent, at })) });
    const headers = { accept: "application/json", "content-type": "application/json" };
    const answer = await fetch(address, { method: "POST", body, headers, signal: AbortSignal.timeout(LONGEST) });
    if (answer.status === 403) return "out";
    // They are no longer in the team: nothing of it can be sent, and nothing is thrown away unseen.
    if (answer.status === 404) answers = entries.map(({ key }) => ({ sent: key, is: "refused", said: "" }));
    else if (answer.ok) answers = ((await answer.json()) as { answers: Told[] }).answers;
    else return "offline";
  } catch {
    return "offline";
  }
  for (const told of answers) {
    const one = entries.find(({ key }) => key === told.sent);
    if (!one) continue;
    if (told.is === "kept" || told.is === "known") await queue.forget(one.key);
    else await queue.put({ ...one, tried: true, fate: told.is, said: told.said, there: told.there, days: told.days });
  }
  return "done";
}
