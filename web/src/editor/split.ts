/** No more stands between a date and the five digits that belong to it. */
const MOST_BETWEEN = 60;
/** What the five digits are called, in small letters and without signs. */
const NAMES = new Set(["fnr", "fødselsnr", "fødselsnummer", "persnr", "personnr", "personnummer", "pnr", "personnumber", "identitetsnummer"]);

/** Is this one edge between cells, one new line of a list, or a name of the number? As the server reads it (crates/norsk, split.rs). */
export function isBetween(between: string): boolean {
  if (new TextEncoder().encode(between).length > MOST_BETWEEN) return false;
  let rest = between.replaceAll("&nbsp;", " ").replaceAll("\r\n", "\n");
  let [cells, lines, bullets, word] = [0, 0, 0, ""];
  while (rest !== "") {
    const letter = String.fromCodePoint(rest.codePointAt(0) ?? 0);
    let length = letter.length;
    if (letter === "<") {
      const end = rest.indexOf(">");
      const name = end < 0 ? undefined : rest.slice(1, end).trim().split(/\s/u)[0];
      if (!name || /^(\/?tr|br\/?)$/.test(name)) return false;
      if (/^t[dh]$/.test(name)) cells += 1;
      if (name === "li") bullets += 1;
      length = end + 1;
    } else if (/[|;\t]/.test(letter)) cells += 1;
    else if (letter === "\n") lines += 1;
    else if (/[-*+\u2022]/.test(letter) && lines > 0 && rest[length] === " ") bullets += 1;
    else if (/\p{Alphabetic}/u.test(letter)) word += letter.toLowerCase();
    else if (!/[-*_`:.,()\s]/u.test(letter)) return false;
    rest = rest.slice(length);
  }
  if (cells === 0 && bullets === 0) return NAMES.has(word) && lines < 2;
  if (cells === 0) return bullets === 1 && word === "" && lines < 2;
  if (bullets > 0 || lines > 0) return false;
  return cells === 1 ? word === "" : cells === 2 && NAMES.has(word);
}
