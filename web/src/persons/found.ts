import { lookAlikes } from "../editor/mask";

/**
 * Tells a list of people from a table of numbers, as the server does (crates/figures, people.rs): before anything leaves
 * the browser. Both are held to crates/figures/data/people.json.
 */
export type Person = "number" | "name";

/** The words of headings and the given names, from the files that the server reads. */
export interface Lists { headings: Set<string>; places: Set<string>; nobody: Set<string>; births: Set<string>; numbers: Set<string>; given: Set<string> }

const BORN_BEFORE = 1990;
const MONTHS = ["januar", "january", "februar", "february", "mars", "march", "april", "mai", "may", "juni", "june", "juli", "july", "august", "september", "oktober", "october", "november", "desember", "december"];
const NO_SURNAMES = new Set("avd avdeling bofellesskap bosenter beboer dag døgn enhet eldresenter gang gata gate helse kommune kveld kvartal måned månad natt nord omsorgssenter pasient plass post senter sjukeheim sjukehus skole skule stiftelse sykehjem sykehus sør torg uke vakt veg vei vest øst".split(" "));

export function listsOf(people: string, given: string): Lists {
  const list = (name: string) => new Set((people.split("\n").find((line) => line.startsWith(`${name}:`)) ?? "").slice(name.length + 1).trim().split(/\s+/));
  const names = given.split("\n").filter((line) => !line.startsWith("#")).join(" ");
  return { headings: list("headings"), places: list("places"), nobody: list("nobody"), births: list("births"), numbers: list("numbers"), given: new Set(names.trim().split(/\s+/)) };
}

export function found(text: string, lists: Lists): Person | null {
  const rows = rowsOf(text);
  if (rows.some((row) => row.some(isNumber) || isInTwo(row))) return "number";
  const headed = new Set<number>();
  const births = new Set<number>();
  for (const row of rows) {
    for (const [at, cell] of row.entries()) {
      const lower = cell.toLowerCase();
      if (lists.numbers.has(lower)) return "number";
      if (isHeading(lower, lists)) headed.add(at);
      else if (lists.births.has(lower)) births.add(at);
      else if ((births.has(at) && isDay(cell)) || (headed.has(at) && isSomebody(cell, lists))) return "name";
    }
    if (isPerson(row) || isNamed(row, lists)) return "name";
  }
  return null;
}

const clean = (text: string): string => text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "").replace(/\s+/g, " ").trim();

function rowsOf(text: string): string[][] {
  const lines = text.split(/\r\n|\n|\r/);
  const filled = lines.filter((line) => line.trim() !== "");
  const sign = filled.some((line) => line.includes("\t")) ? "\t" : [";", "|", ","].find((one) => filled.filter((line) => line.includes(one)).length * 2 >= Math.max(1, filled.length));
  return lines.map((line) => (sign ? line.split(sign) : line.split(/ {2,}/)).map(clean));
}

const isNumber = (cell: string): boolean => lookAlikes(cell).length > 0 || hasEleven(cell) || isSpacedOut(cell);

function hasEleven(cell: string): boolean {
  const runs = cell.split(/\D/);
  return runs.some((run, at) => run.length === 11 || (run.length === 5 && isWrittenBirth(runs[at - 1] ?? "")));
}

function isSpacedOut(cell: string): boolean {
  return cell.split(/[^\d ./_–·•-]+/).some((chain) => {
    const digits = chain.replace(/\D/g, "");
    return digits.length === 11 && isBirthDay(digits.slice(0, 6)) && !isPeriod(chain.trim().split(" ")[0] ?? "");
  });
}

const isInTwo = (row: string[]): boolean => row.some((cell, at) => at > 0 && /^\d{5}$/.test(cell) && isOldDay(row[at - 1] ?? ""));

const wordsOf = (text: string): string[] => text.split(/[^\p{L}]+/u).filter((word) => word !== "");

function isHeading(lower: string, { headings, places }: Lists): boolean {
  const words = wordsOf(lower);
  if (words.length > 4 || /\d/.test(lower) || words.some((word) => places.has(word))) return false;
  return words.some((word) => headings.has(word) || headings.has(word.replace(/s$/, "")));
}

const EMPTY = /^(|[-–—.:…]+|na|n\/a|i\.a\.|ia|mangler|manglar|ikk?j?e målt|ukjent|missing|ikke talt|null|ingen|ingenting|zero|none)$/;
const TOTAL = /^(sum|summer|total|totalt|totalsum|i alt|ialt|til ?sammen|snitt|gjennomsnitt|median|mål|måltall|hittil|delsum|samla|samlet)\b/;

function isSomebody(cell: string, { nobody }: Lists): boolean {
  const lower = cell.toLowerCase();
  if (EMPTY.test(lower) || TOTAL.test(lower) || /^[<>≤≥~]?\s*[-−]?\d/.test(lower) || isMonth(lower.split(" ")[0] ?? "")) return false;
  const hasWord = cell.split(/[^\p{L}\d]+/u).some((word) => /^\p{L}+$/u.test(word));
  return hasWord && !lower.split(" ").every((word) => nobody.has(word) || /^[\d.]+$/.test(word));
}

function isPerson(row: string[]): boolean {
  const hasDay = row.some((cell) => isOldDay(cell) || cell.split(/[ ,()]/).some((word) => isOldDay(word) || isWrittenBirth(word)));
  if (hasDay && row.some((cell) => isWords(beforeFigures(cell)))) return true;
  if (row.some((cell) => /\p{L}/u.test(cell) && !isPeriod(cell) && hasDayWithin(cell))) return true;
  return row.some((cell) => isName(beforeFigures(cell))) && row.some(hasAge);
}

function hasDayWithin(cell: string): boolean {
  const words = cell.split(/[ ,()]+/);
  return words.some((_, at) => [1, 2, 3].some((count) => isOldDay(words.slice(at, at + count).join(" ").replace(/\.$/, ""))));
}

function hasAge(cell: string): boolean {
  const lower = cell.toLowerCase();
  if (/(født |fødd |f\. )/.test(lower) && /\d/.test(lower)) return true;
  const age = /(?:^|[ ,()])(\d{1,3})[ ,()]+(?:år|years)/.exec(lower);
  return age !== null && Number(age[1]) >= 16 && Number(age[1]) <= 115;
}

const piecesOf = (text: string): string[] => text.split(/[ ,]/).filter((word) => word !== "");
const isMonth = (word: string): boolean => word.length >= 3 && MONTHS.some((month) => month.startsWith(word.toLowerCase().replace(/\.$/, "")));

function isWords(text: string): boolean {
  const words = piecesOf(text);
  return words.length >= 2 && words.length <= 5 && words.every((word) => /^[\p{L}\-.'’]+$/u.test(word) && !isMonth(word));
}

function isName(text: string): boolean {
  const words = piecesOf(text);
  return words.length >= 2 && words.length <= 5 && words.every((word) => /^\p{Lu}[\p{Ll}.'’]*(-\p{Lu}?[\p{Ll}.'’]*)*$/u.test(word) && !isMonth(word));
}

function beforeFigures(text: string): string {
  const before = text.replace(/[\d(].*$/, "").replace(/[ ,\-(]+$/, "");
  return before.replace(/(født| f\.)$/, "").replace(/[ ,]+$/, "");
}

function isBirthDay(six: string): boolean {
  const [day, month] = [Number(six.slice(0, 2)), Number(six.slice(2, 4))];
  return /^\d{6}$/.test(six) && ((day >= 1 && day <= 31) || (day >= 41 && day <= 71)) && month >= 1 && month <= 12;
}

/** Six digits that are a day and no month: `202501` is one. */
const isWrittenBirth = (word: string): boolean => isBirthDay(word) && !isPeriod(word);

const DAY = /^(?:\d{1,2}[./-] ?\d{1,2}[./-] ?(\d{4}|\d{2})|(\d{4})-\d{1,2}-\d{1,2}|\d{1,2}\.? ([\p{L}]+)\.? (\d{4}|\d{2})|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])((?:18|19|20)\d{2}))$/u;

/** The year of a day, as it is written; null for what is none. */
function yearOf(text: string): string | null {
  const day = DAY.exec(text);
  if (!day || (day[3] !== undefined && !isMonth(day[3]))) return null;
  return day[1] ?? day[2] ?? day[4] ?? day[5] ?? null;
}

/** A day, or the year alone that somebody was born in. */
const isDay = (cell: string): boolean => yearOf(cell) !== null || isWrittenBirth(cell) || (/^\d{4}$/.test(cell) && Number(cell) >= 1880 && Number(cell) < BORN_BEFORE);

function isOldDay(text: string): boolean {
  const year = yearOf(text);
  if (year === null) return false;
  return year.length === 4 ? Number(year) < BORN_BEFORE : Number(year) >= 30 && Number(year) < 90;
}

const isPeriod = (text: string): boolean => yearOf(text) !== null || /^(?:(?:18|19|20|21)\d{2}|(?:19|20)\d{2}(?:0[1-9]|1[0-2])|\d{4}-\d{1,2})$/.test(text);

/** A full name beside a number, or beside another: whose numbers they are. */
function isNamed(row: string[], lists: Lists): boolean {
  const names = row.filter((cell) => hasFullName(cell, lists)).length;
  return names > 1 || (names > 0 && row.some((cell) => /\d/.test(cell)));
}

/** «Kari Nordmann», «Ola N.», as crates/norsk (names.rs) finds them. */
function hasFullName(text: string, { given }: Lists): boolean {
  const words = [...text.matchAll(/(\p{L}(?![\p{L}\-'’])\.?|\p{L}[\p{L}\-'’]*)/gu)].map((one) => ({ text: one[0], from: one.index, to: one.index + one[0].length }));
  const isBeside = (at: number) => at > 0 && at < words.length && /^\s+$/.test(text.slice(words[at - 1]?.to, words[at]?.from));
  const isCalled = (word: string) => /^\p{Lu}/u.test(word) && word !== "PER" && word.toLowerCase().split("-").every((part) => given.has(part));
  const isProper = (word: string) => /^\p{Lu}./u.test(word) && !NO_SURNAMES.has(word.toLowerCase());
  return words.some((word, at) => {
    let end = at;
    while (end < at + 4 && isBeside(end + 1) && isProper(words[end + 1]?.text ?? "")) end += 1;
    if (end === at || !isCalled(word.text)) return false;
    const next = isBeside(end + 1) ? (words[end + 1]?.text ?? "") : "";
    return !NO_SURNAMES.has(next.toLowerCase()) || ["dag", "gang", "natt", "kveld", "post", "helse"].includes(next);
  });
}
