// One item of the made-up library, and what it says later.
import { between, shifted } from "./days.mjs";
import { KINDS, content } from "./kinds.mjs";
import { chance } from "./random.mjs";
import { registers } from "./registers.mjs";
import { writer } from "./texts.mjs";

const known = registers();
const YEARS = 20;
const TONGUES = { nb: 70, nn: 20, en: 10 };

/** Every tenth says something else later, and every fiftieth once more. */
const changes = (n) => (n % 50 === 7 ? 2 : n % 10 === 7 ? 1 : 0);

/** Over 20 years, more of late; what is to change has been there for a year at least. */
function published(dice, n, day) {
  const youngest = changes(n) ? 400 : 0;
  return shifted(day, -youngest - Math.floor(dice.next() ** 1.6 * (YEARS * 365 - youngest)));
}

const slugged = (title, n) => {
  const plain = title.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "o").replaceAll("å", "a");
  return `${plain.normalize("NFD").replace(/[^a-z0-9]+/g, "-").slice(0, 80).replace(/^-|-$/g, "")}-${n}`;
};

/** The item with this number in a library of a seed, as it was first, seen from a day. */
export function item(seed, n, day) {
  const dice = chance(seed, n);
  const kind = dice.weighed(KINDS);
  const lang = dice.weighed(TONGUES);
  const place = dice.skewed(known.municipalities);
  const write = writer(dice, lang, place.name);
  const date = published(dice, n, day);
  const title = write.title();
  const old = between(date, day) > 10 * 365 && (kind === "project" || kind === "news");
  return {
    kind,
    external_id: `bench:${n}`,
    lang,
    slug: slugged(title, n),
    title,
    lead: write.lead(),
    published_at: date,
    ...(old && dice.often(0.1) && { state: "archived", archived: { label: "Historisk arkiv", publisher: "Et direktorat" } }),
    themes: dice.some(known.themes, 1, 3),
    ...(dice.often(0.6) && { centre: dice.skewed(known.centres) }),
    counties: dice.often(0.8) ? [known.counties.find((code) => place.code.startsWith(code)) ?? dice.pick(known.counties)] : [],
    municipalities: dice.often(0.5) ? [place.code] : [],
    ...(kind === "project" && { uses: dice.often(0.2) ? [`bench:${dice.whole(0, 199)}`].filter((id) => id !== `bench:${n}`) : [] }),
    ...content(kind, { dice, write, published: date, day, place: place.name }),
  };
}

/** What the item says after its first or second change; nothing when it does not change that often. */
function changed(seed, n, day, time) {
  if (changes(n) < time) return undefined;
  const before = item(seed, n, day);
  const dice = chance(seed, `${n} changed`);
  const write = writer(dice, before.lang, "Lillevik");
  const days = between(before.published_at, day);
  // One half of the time that has been, then the other.
  const when = (part) => shifted(before.published_at, Math.floor(days * (part - 0.4 * dice.next())));
  const dates = [when(0.5), when(1)];
  const added = write.blocks(1);
  const now = { ...before, updated_at: dates[time - 1], lead: write.lead() };
  if (time === 2 || dice.often(0.3)) now.title = write.title();
  if (now.body !== undefined) now.body += `\n\n${added}`;
  else if (now.facts.sections) now.facts = { ...now.facts, sections: { ...now.facts.sections, lessons: added } };
  return now;
}

/** The item as it is on the day, with the texts that came before: an import of a change would date it to now. */
export function settled(seed, n, day) {
  const texts = [item(seed, n, day), changed(seed, n, day, 1), changed(seed, n, day, 2)].filter((text) => text !== undefined);
  const revision = ({ published_at, updated_at, title, lead, body, facts }, k) => ({
    number: k + 1,
    published_at: updated_at ?? published_at,
    title,
    lead,
    ...(body !== undefined && { body }),
    ...(facts !== undefined && { facts }),
  });
  const now = texts.at(-1);
  return texts.length === 1 ? now : { ...now, revisions: texts.slice(0, -1).map(revision) };
}

/** A plain project: one language, one text, one theme and one county. */
export function plain(seed, n, day) {
  const dice = chance(seed, `${n} plain`);
  const write = writer(dice, "nb", "Lillevik");
  const date = shifted(day, -1 - dice.whole(0, 3000));
  const text = Array.from({ length: 12 }, write.sentence).join(" ");
  return {
    kind: "project",
    external_id: `bench:${n}`,
    lang: "nb",
    slug: `prosjekt-${n}`,
    title: `${write.title()} ${n}`.slice(0, 190),
    lead: write.sentence(),
    published_at: date,
    themes: [dice.pick(known.themes)],
    counties: [dice.pick(known.counties)],
    facts: {
      status: "ongoing",
      outcome: dice.pick(["improved", "no_change", "worse"]),
      period: { from: date.slice(0, 4) },
      sections: { results: text },
    },
  };
}
