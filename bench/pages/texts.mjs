// Titles, leads and bodies, filled with words by chance.
import { HOMES, LANGUAGES } from "./words.mjs";

const upper = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** What writes a text in a language, of a place, by its own chance. */
export function writer(dice, lang, place) {
  const words = LANGUAGES[lang];
  // Norwegian writes words together, and so never runs out of rare ones.
  const more = () => (lang !== "en" && dice.often(0.2) ? dice.pick(words.first) : "");
  const parts = {
    who: () => dice.skewed(words.who),
    thing: () => dice.skewed(words.thing),
    home: () => dice.pick(words.home),
    day: () => dice.pick(words.day),
    both: () => more() + dice.skewed(words.first) + dice.skewed(words.last),
    n: () => String(dice.whole(2, 9)),
    place: () => place,
  };
  const fill = (pattern) =>
    pattern.replace(/\{(\w+)\}/g, (_, name) => {
      const low = name.toLowerCase();
      return low === name ? parts[low]() : upper(parts[low]());
    });
  const sentence = () => fill(dice.pick(words.sentences));
  const sentences = (from, to) => Array.from({ length: dice.whole(from, to) }, sentence).join(" ");
  const list = () => Array.from({ length: dice.whole(3, 7) }, () => `- ${upper(parts.both())}: ${parts.thing()}`).join("\n");
  const block = () => (dice.often(0.12) ? list() : sentences(2, 6));
  // One in fifty is a long read.
  const blocks = (middle) => Array.from({ length: dice.size(dice.often(0.02) ? middle * 8 : middle, 1, 60) }, block).join("\n\n");
  return {
    heads: words.heads,
    both: () => upper(parts.both()),
    title: () => upper(fill(dice.pick(words.titles))).slice(0, 190),
    sentence,
    lead: () => sentences(1, 3).slice(0, 900),
    blocks,
    /** A text with headings, so many chapters. */
    chapters: (from, to) => {
      const heads = words.heads.slice(0, dice.whole(from, to));
      return heads.map((head) => `## ${head}\n\n${blocks(2)}`).join("\n\n");
    },
    organisation: () => `${dice.skewed(HOMES)} sykehjem, ${place}`,
  };
}
