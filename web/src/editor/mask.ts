import { read, type Gap, type Run } from "./digits";
import { isBetween } from "./split";

/**
 * What looks like an identity number, as the server looks for it (crates/norsk, identity): masked before anything is kept here.
 * Both are held to crates/norsk/data/identity.json.
 */
const K1 = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const K2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
/** With the whole year, `01011901` and five. */
const LONGEST = 13;
/** A group of so many is no count that happens to stand beside another. */
const LONG = 5;

/** Those that the server has kept, because whoever writes has said that they are none. */
export type Spared = Set<string>;

interface Found { digits: string; parts: [number, number][] }

/** The digits of what looks like a number of a person. */
export const lookAlikes = (text: string): string[] => found(text).map((one) => one.digits);

export function masked(text: string, spared?: Spared): string {
  let [out, at] = ["", 0];
  for (const { digits, parts } of found(text)) {
    if (spared?.has(digits)) continue;
    for (const [from, to] of parts) {
      out += `${text.slice(at, from)}•`;
      at = to;
    }
  }
  return out + text.slice(at);
}

function found(text: string): Found[] {
  const all = numbers(text, false);
  // `100%30…` may be read in two ways, and a number may stand in either.
  if (!text.includes("%")) return all;
  const more = numbers(text, true).filter((other) => all.every((one) => end(one) <= start(other) || end(other) <= start(one)));
  return [...all, ...more].sort((one, other) => start(one) - start(other));
}

const start = (one: Found): number => one.parts[0]?.[0] ?? 0;
const end = (one: Found): number => one.parts.at(-1)?.[1] ?? 0;

function numbers(text: string, isEncoded: boolean): Found[] {
  const chains: Run[][] = [];
  for (const run of read(text, isEncoded)) {
    if (run.gap === null || chains.length === 0) chains.push([run]);
    else chains.at(-1)?.push(run);
  }
  const all: Found[] = [];
  for (let nth = 0; nth < chains.length; nth += 1) {
    const [chain, next] = [chains[nth] ?? [], chains[nth + 1] ?? []];
    for (let at = 0; at < chain.length; ) {
      const number = numberAt(chain, at);
      if (number) all.push({ digits: number.digits, parts: chain.slice(at, number.end).flatMap((run) => run.parts) });
      at = number?.end ?? at + 1;
    }
    const digits = ofTwo(text, chain, next);
    if (digits === null) continue;
    all.push({ digits, parts: [...chain, ...next].flatMap((run) => run.parts) });
    nth += 1;
  }
  return all;
}

function numberAt(chain: Run[], at: number): { end: number; digits: string } | null {
  let total = 0;
  for (let end = at + 1; end <= chain.length; end += 1) {
    total += chain[end - 1]?.digits.length ?? 0;
    if (total > LONGEST) return null;
    if (total < 11) continue;
    const written = grouped(chain.slice(at, end));
    const beside = [at > 0 ? chain[at]?.gap : null, chain[end]?.gap];
    const isAlone = beside.every((gap) => isPartedByMore(written, gap ?? null));
    const digits = eleven(written, isAlone) ?? withWholeYear(written);
    if (digits) return { end, digits };
  }
  return null;
}

/** A date in one cell or line of a list and five digits in the next. */
function ofTwo(text: string, date: Run[], five: Run[]): string | null {
  const [from, until] = [date.at(-1)?.parts.at(-1)?.[1], five[0]?.parts[0]?.[0]];
  if (from === undefined || until === undefined) return null;
  const last = grouped(five).digits;
  const digits = `${six(grouped(date)) ?? ""}${last}`;
  return last.length === 5 && isOfToday(digits) && isBetween(text.slice(from, until)) ? digits : null;
}

/** A date alone, as the six digits that a number begins with. A whole date of this century beside a number is a row of measurements. */
function six({ digits, groups }: Written): string | null {
  const shape = groups.join();
  if (shape === "6" || shape === "2,2,2") return digits;
  if (shape === "4,2,2") return sixOfYearFirst(digits);
  const days = /^([12]),([12]),4$/.exec(shape);
  const [day, month] = [Number(days?.[1] ?? 2), Number(days?.[2] ?? 2)];
  return (days || shape === "8") && digits[day + month] === "1" ? sixOf(digits, day, month) : null;
}

function sixOf(digits: string, day: number, month: number): string | null {
  if (!isYear(digits, day + month)) return null;
  return digits.slice(0, day).padStart(2, "0") + digits.slice(day, day + month).padStart(2, "0") + digits.slice(day + month + 2, day + month + 4);
}

const sixOfYearFirst = (digits: string): string | null =>
  isYear(digits, 0) && digits.startsWith("1") ? digits.slice(6, 8) + digits.slice(4, 6) + digits.slice(2, 4) : null;

/** Of what may be two things more is asked: both check digits as they are given until 2032. */
function isOfToday(written: string): boolean {
  return /^[0-7]\d{10}$/.test(written) && sum(K1, [...written].map(Number)) === 0 && looksLike(written);
}

/** Digits, and how long the groups are that a reader sees. */
interface Written { digits: string; groups: number[]; signs: string[] }

function grouped(runs: Run[]): Written {
  const groups: number[] = [];
  const signs: string[] = [];
  runs.forEach(({ gap, digits }, nth) => {
    if (nth > 0 && gap === "") groups.push((groups.pop() ?? 0) + digits.length);
    else {
      if (nth > 0) signs.push(gap ?? "");
      groups.push(digits.length);
    }
  });
  return { digits: runs.map((run) => run.digits).join(""), groups, signs };
}

const isPartedByMore = (written: Written, gap: Gap): boolean => gap === null || (gap !== "" && isEven(written.signs) && !written.signs.includes(gap));

function eleven(written: Written, isAlone: boolean): string | null {
  const { digits, groups } = written;
  if (digits.length !== 11 || !looksLike(digits)) return null;
  const isPlain = groups.length === 1 || groups.join() === "6,5";
  // A number that hospitals share has no date that tells it from others.
  return isPlain || (!/^[89]/.test(digits) && mayBeGroups(written, isAlone)) ? digits : null;
}

function mayBeGroups(written: Written, isAlone: boolean): boolean {
  const { groups, signs } = written;
  if (groups.join() === "4,2,5" || beginsWithDate(written)) return false;
  const isCutAtSix = groups.some((_, nth) => groups.slice(0, nth + 1).reduce((sum, one) => sum + one, 0) === 6);
  const isLong = groups.some((group) => group >= LONG);
  if (isCutAtSix && isLong) return true;
  // Brackets, colons and commas part one thing from another, as in times and lists.
  if (!isAlone || signs.some((sign) => /[,:+()[\]>]/.test(sign)) || !(isLong || isTidy(groups))) return false;
  const isDecimal = groups.length === 2 && signs[0] === "." && (groups[0] ?? 0) < LONG;
  return isCutAtSix || (isEven(signs) && !isDecimal);
}

/** Digit by digit, or in groups of several, but for the last: counts are of one digit now and then. */
const isTidy = (groups: number[]): boolean => groups.slice(0, -1).every((group) => group > 1) || groups.every((group) => group === 1);

/** Does the same sign stand between all groups? */
const isEven = (signs: string[]): boolean => signs.every((sign) => sign === signs[0]);

/** `1.12.2024 …` or `2024-12-01 …`: what follows is a time or a count. */
function beginsWithDate({ digits, groups }: Written): boolean {
  const shape = groups.slice(0, 3).join();
  const days = /^([12]),([12]),4$/.exec(shape);
  if (days) return isYear(digits, Number(days[1]) + Number(days[2]));
  return /^4,[12],[12]$/.test(shape) && isYear(digits, 0);
}

const isYear = (digits: string, at: number): boolean => /^(1[89]|20)/.test(digits.slice(at));

/** A day with the whole year, `1.1.1901` or `01011901`, and the last five digits. */
function withWholeYear({ digits, groups }: Written): string | null {
  const shape = groups.join();
  if (/^4,2,2,(5|3,2)$/.test(shape)) {
    const all = `${sixOfYearFirst(digits) ?? ""}${digits.slice(8)}`;
    return isOfToday(all) ? all : null;
  }
  const parts = /^([12]),([12]),4,(5|3,2)$/.exec(shape);
  if (!parts && !/^(8,5|8,3,2|13)$/.test(shape)) return null;
  const [day, month] = [Number(parts?.[1] ?? 2), Number(parts?.[2] ?? 2)];
  const first = sixOf(digits, day, month);
  if (first === null) return null;
  const all = first + digits.slice(day + month + 4);
  return !/^[89]/.test(all) && looksLike(all) ? all : null;
}

const sum = (weights: number[], digits: number[]): number =>
  weights.reduce((total, weight, nth) => total + weight * (digits[nth] ?? 0), 0) % 11;

function looksLike(written: string): boolean {
  const digits = [...written].map(Number);
  if (sum(K1, digits) > 3 || sum(K2, digits) !== 0) return false;
  return (digits[0] ?? 0) >= 8 || hasDate(digits);
}

/** The first six digits are a date in one of the disguises that there are. */
function hasDate(digits: number[]): boolean {
  const pair = (at: number) => (digits[at] ?? 0) * 10 + (digits[at + 1] ?? 0);
  let [day, month] = [pair(0), pair(2)];
  if (day >= 41 && day <= 71) day -= 40;
  if (month >= 81 && month <= 92) month -= 80;
  else if (month >= 66 && month <= 77) month -= 65;
  else if (month >= 41 && month <= 52) month -= 40;
  const february = pair(4) % 4 === 0 ? 29 : 28;
  const last = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= last;
}
