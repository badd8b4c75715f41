/** What stands between two runs of digits: null when what follows is another thing, "" when only marks do. */
export type Gap = string | null;

/** Digits with nothing that is seen between them, what stands before the first, and where each is written. */
export interface Run { gap: Gap; digits: string; parts: [number, number][] }

type Piece = { digit: string } | "nothing" | "mark" | "star" | "space" | "line" | "stop" | { sign: string };

const MOST_SIGNS = 3;
const DIGITS_IN_TAG = 5;
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xff10, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6];
const UNSEEN = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\ufe00-\ufe0f\ufeff\u{e0000}-\u{e007f}]/u;
const NAMED: Record<string, string> = {
  nbsp: " ", ensp: " ", emsp: " ", thinsp: " ", numsp: " ", puncsp: " ", hairsp: " ", shy: "\u00ad", zwnj: "\u00ad", zwj: "\u00ad",
  lrm: "\u00ad", rlm: "\u00ad", ZeroWidthSpace: "\u00ad", NoBreak: "\u00ad", ndash: "-", mdash: "-", hyphen: "-", dash: "-",
  minus: "-", period: ".", comma: ",", sol: "/", colon: ":", lowbar: "_", plus: "+", NewLine: "\n",
};
const IDENTIFIER = /(?:(?=[\da-f]*[a-f])[\da-f]{32,}|(?=[\d-]*[a-f])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?![\da-z])/iy;
const DOI = /10\.\d{4,9}\/[^\s"<>|]*/y;
const TAG = /<([^>]{0,198})>/y;
const ENTITY = /&(?:#[xX]([\da-fA-F]{1,12});?|#(\d{1,12});?|(\w{1,10}|ZeroWidthSpace);)/y;
const PERCENT = /%(?:25)*[\da-fA-F]{2}/y;
/** What an address writes for a letter ends here: of `%2F` the `F` is no letter of the word that comes next. */
const AFTER_PERCENT = /(?<=%(?:25)*[\da-fA-F]{2})/y;

/** The text that matches at just that place. */
function at(pattern: RegExp, text: string, place: number): RegExpExecArray | null {
  pattern.lastIndex = place;
  return pattern.exec(text);
}

export function read(text: string, isEncoded: boolean): Run[] {
  const runs: Run[] = [];
  let between = fresh(true);
  let [inWord, doiEnds] = [false, 0];
  for (let place = 0; place < text.length; ) {
    const skipped = inWord ? 0 : (at(IDENTIFIER, text, place)?.[0].length ?? 0);
    if (!inWord && place >= doiEnds) doiEnds = place + (at(DOI, text, place)?.[0].length ?? 0);
    const [read, length] = skipped > 0 ? (["stop", skipped] as [Piece, number]) : pieceAt(text, place, isEncoded);
    const isDigit = typeof read === "object" && "digit" in read;
    const isApart = !isDigit && read !== "nothing";
    const piece: Piece = isApart && place < doiEnds ? "stop" : read;
    inWord = skipped > 0 || /[\da-z]/i.test(text[place] ?? "");
    const part: [number, number] = [place, place + length];
    place += length;
    if (inWord && at(AFTER_PERCENT, text, place)) inWord = false;
    if (typeof piece !== "object" || !("digit" in piece)) {
      take(between, piece);
      continue;
    }
    const run = runs.at(-1);
    if (run && !between.isBroken && !between.hasMarks && between.signs === "") {
      run.digits += piece.digit;
      run.parts.push(part);
    } else {
      runs.push({ gap: between.isBroken ? null : between.signs, digits: piece.digit, parts: [part] });
    }
    between = fresh(false);
  }
  return runs;
}

interface Between { isBroken: boolean; hasMarks: boolean; signs: string; lines: number; mayBeBullet: boolean }

const fresh = (isBroken: boolean): Between => ({ isBroken, hasMarks: false, signs: "", lines: 0, mayBeBullet: false });

function take(between: Between, piece: Exclude<Piece, { digit: string }>): void {
  const space = () => {
    if (!between.signs.endsWith(" ")) between.signs += " ";
  };
  if (piece === "stop") between.isBroken = true;
  else if (piece === "mark" || piece === "star") {
    between.hasMarks = true;
    between.mayBeBullet = between.lines > 0 && piece === "star";
  } else if (piece === "space") {
    between.isBroken ||= between.mayBeBullet;
    space();
  } else if (piece === "line") {
    between.lines += 1;
    between.isBroken ||= between.lines > 1;
    space();
  } else if (typeof piece === "object") {
    between.mayBeBullet = between.lines > 0 && "-+".includes(piece.sign);
    between.signs += piece.sign;
  }
  if (between.signs.length > MOST_SIGNS) between.isBroken = true;
}

/** What stands at a place, and its length. */
function pieceAt(text: string, place: number, isEncoded: boolean): [Piece, number] {
  const letter = String.fromCodePoint(text.codePointAt(place) ?? 0);
  const written = letter === "&" ? entity(text, place) : letter === "%" && isEncoded ? percent(text, place) : null;
  if (written) return [pieceOf(written[0]), written[1]];
  const next = text[place + 1] ?? "";
  if (letter === "\\" && /[!-/:-@[-`{-~\n]/.test(next)) return ["mark", 1];
  if (letter === "\r" && next === "\n") return ["line", 2];
  if (letter === "<") return tag(text, place) ?? ["stop", 1];
  return [pieceOf(letter), letter.length];
}

function pieceOf(letter: string): Piece {
  const code = letter.codePointAt(0) ?? 0;
  const zero = ZEROS.find((zero) => code >= zero && code < zero + 10);
  if (zero !== undefined) return { digit: String(code - zero) };
  if (/[a-z\t]/i.test(letter)) return "stop";
  if (/[\n\r\v\f\u0085\u2028\u2029]/.test(letter)) return "line";
  if (letter === "*") return "star";
  if (/[~`]/.test(letter)) return "mark";
  if (/[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/.test(letter)) return { sign: "-" };
  if (/[.\u00b7\u2024\u2027\u3002\uff0e]/.test(letter)) return { sign: "." };
  if (/[,\uff0c]/.test(letter)) return { sign: "," };
  if (/[/_:+>()[\]']/.test(letter)) return { sign: letter };
  if (UNSEEN.test(letter)) return "nothing";
  return /[\s\u2800\u3164]/.test(letter) ? "space" : "stop";
}

function entity(text: string, place: number): [string, number] | null {
  const [whole, hex, plain, name] = at(ENTITY, text, place) ?? [];
  if (whole === undefined) return null;
  if (name !== undefined) return Object.hasOwn(NAMED, name) ? [NAMED[name] ?? "", whole.length] : null;
  const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(plain);
  return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? null : [String.fromCodePoint(code), whole.length];
}

/** `%30`, `%2530` (which was encoded twice), and letters of more bytes. */
function percent(text: string, place: number): [string, number] | null {
  const first = at(PERCENT, text, place)?.[0];
  if (!first) return null;
  const lead = Number.parseInt(first.slice(-2), 16);
  const more = lead < 0x80 ? 0 : lead < 0xc0 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  let [encoded, length] = [`%${first.slice(-2)}`, first.length];
  for (let nth = 0; nth < more; nth += 1) {
    const next = at(PERCENT, text, place + length)?.[0];
    if (!next) return null;
    encoded += `%${next.slice(-2)}`;
    length += next.length;
  }
  try {
    return [decodeURIComponent(encoded), length];
  } catch {
    return null;
  }
}

/** A tag between two digits is nothing; one that ends a cell, a paragraph or a row of a list parts them. */
function tag(text: string, place: number): [Piece, number] | null {
  const [whole, inside] = at(TAG, text, place) ?? [];
  if (whole === undefined || inside === undefined) return null;
  if (!/^[a-z/!]/i.test(inside) || /[:@<&%]/.test(inside) || (inside.match(/\d/g)?.length ?? 0) > DIGITS_IN_TAG) return null;
  const name = /^\/*([\da-z]*)/i.exec(inside)?.[1]?.toLowerCase() ?? "";
  if (name === "br") return ["line", whole.length + (/^\r?\n/.exec(text.slice(place + whole.length))?.[0].length ?? 0)];
  return [/^(td|th|tr|li|p|div|dt|dd|h[1-4])$/.test(name) ? "stop" : "mark", whole.length];
}
