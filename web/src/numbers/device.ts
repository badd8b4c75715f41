import { shelf } from "../shelf";
import { everybodys, forget, sendAll, waitingOf } from "./queue";

/** What the page knows that the one that is kept for use without the net does not. */
export interface Typed {
  /** The person and the page: nobody finds another's. */
  key: string;
  /** What stands in the form and has not been entered, by its input. */
  fields: Record<string, string>;
  /** The rows that were entered since, and how far taps have counted. */
  done: string[];
  counts: Record<string, string>;
  /** When the server last gave this person the page. */
  seen: number;
  /** So many milliseconds the server's clock was ahead of the phone's then. */
  ahead?: number;
  at: number;
}

export const typed = shelf<Typed>("padriver-typed");

const LONGEST = 6_000;
const NAME = "tall ";

/** The page is kept under its person, and goes with them. */
const cacheOf = (person: string): string => `${NAME}${person}`;

/** The page as it is on the server, now on the phone too; nobody is logged in here as its person; there is no net. */
export type Had = { is: "kept"; page: Document } | { is: "out" | "offline" };

/** Has the page anew and keeps it with its files, to be opened without the net. */
export async function keepPage(person: string): Promise<Had> {
  try {
    const answer = await fetch(location.pathname, { headers: { accept: "text/html" }, signal: AbortSignal.timeout(LONGEST) });
    if (answer.status >= 500) return { is: "offline" };
    if (!answer.ok || answer.redirected) return { is: "out" };
    const text = await answer.clone().text();
    if (!text.includes(`data-person="${person}"`)) return { is: "out" };
    // A browser that keeps nothing has the page all the same.
    await fill(person, answer).catch(() => undefined);
    return { is: "kept", page: new DOMParser().parseFromString(text, "text/html") };
  } catch {
    return { is: "offline" };
  }
}

async function fill(person: string, page: Response): Promise<void> {
  const cache = await caches.open(cacheOf(person));
  await cache.put(location.pathname, page);
  const named = [...document.querySelectorAll<HTMLElement>("head link[href], head script[src]")];
  const files = named.map((one) => one.getAttribute("href") ?? one.getAttribute("src") ?? "").filter((path) => path.startsWith("/static/"));
  for (const file of files) if (!(await cache.match(file, { ignoreVary: true }))) await cache.add(file);
  await prune(cache);
}

/** Files of a program that has been replaced go when no kept page names them. */
async function prune(cache: Cache): Promise<void> {
  const isFile = ({ url }: Request) => new URL(url).pathname.startsWith("/static/");
  const all = await cache.keys();
  const pages = await Promise.all(all.filter((one) => !isFile(one)).map(async (one) => (await cache.match(one, { ignoreVary: true }))?.text() ?? ""));
  const texts = pages.join("");
  for (const one of all.filter(isFile)) if (!texts.includes(new URL(one.url).pathname)) await cache.delete(one);
}

export const dropPage = (person: string): Promise<unknown> => ("caches" in window ? caches.delete(cacheOf(person)).catch(() => false) : Promise.resolve());

/** The pages of others who have used this phone are not for who is logged in now. */
async function dropOthers(person: string): Promise<void> {
  if (!("caches" in window)) return;
  const names = await caches.keys();
  for (const name of names) if (name.startsWith(NAME) && name !== cacheOf(person)) await caches.delete(name);
}

/** On every page of somebody: what waits for them is sent, wherever they are. The page of numbers sees to itself. */
export function numbersElsewhere(): void {
  const person = document.querySelector<HTMLElement>("form[data-leave]")?.dataset.leave;
  if (!person) return;
  void dropOthers(person).catch(() => undefined);
  if (document.querySelector("[data-numbers]")) return;
  void waitingOf(person).then((mine) => (mine.length > 0 ? sendAll(person, document.documentElement.lang) : undefined));
}

/** Before somebody logs out: is all of theirs on the server? */
export async function numbersAreSafe(person: string): Promise<boolean> {
  const drafts = (await typed.all()).filter((one) => isOf(one, person) && Object.keys(one.fields).length > 0);
  if ((await waitingOf(person)).length > 0) await sendAll(person, document.documentElement.lang);
  return drafts.length === 0 && (await waitingOf(person)).length === 0;
}

/** Forgets what this phone has of somebody. Has it something of others? That is theirs. */
export async function forgetNumbers(person: string): Promise<boolean> {
  await dropPage(person);
  for (const { key } of await waitingOf(person)) await forget(key);
  for (const one of await typed.all()) if (isOf(one, person)) await typed.forget(one.key);
  const drafts = (await typed.all()).some((one) => Object.keys(one.fields).length > 0);
  return drafts || (await everybodys()).length > 0;
}

const isOf = ({ key }: Typed, person: string): boolean => key.startsWith(`${person} `);
