// The facts and texts of each kind.
import { shifted } from "./days.mjs";

const SECTIONS = ["background", "aims", "what_we_do", "results", "lessons", "what_it_took", "how_to_start", "how_to_sustain"];
const GROUPS = ["staff", "leaders", "developers", "students", "users", "next_of_kin", "volunteers", "partners"];
const PHASES = ["prepare", "plan", "carry_out", "evaluate", "follow_up"];
const OUTCOMES = { improved: 50, no_change: 18, worse: 6, unclear: 12, not_measured: 14 };

/** How much of a library is of each kind. */
export const KINDS = { project: 42, news: 26, event: 12, tool: 8, publication: 6, page: 4, package: 2 };

const texts = (write, dice, from, to) =>
  Array.from({ length: dice.whole(from, to) }, () => ({ text: write.both(), url: null }));

function project({ dice, write, published }) {
  const begun = shifted(published, -dice.whole(0, 700));
  const ended = dice.often(0.7) ? { to: published.slice(0, 7) } : {};
  const sections = {};
  for (const name of SECTIONS) if (dice.often(0.7)) sections[name] = write.blocks(2);
  return {
    facts: {
      status: ended.to ? dice.weighed({ completed: 85, stopped: 15 }) : dice.weighed({ ongoing: 80, planned: 20 }),
      period: { from: begun.slice(0, dice.pick([4, 7])), ...ended },
      responsible: [write.organisation()],
      leaders: [{ role: "fagutviklingssykepleier", name: null }],
      funders: dice.often(0.6) ? ["Et direktorat"] : [],
      partners: dice.often(0.4) ? [write.organisation(), write.organisation()] : [],
      aim: write.sentence(),
      user_involvement: write.lead(),
      outcome: dice.weighed(OUTCOMES),
      outcome_note: write.sentence(),
      sections,
      sources: texts(write, dice, 0, 4),
      materials: texts(write, dice, 0, 3),
    },
  };
}

function news({ dice, write }) {
  const missing = dice.often(0.1) ? { image_alt: write.sentence() } : {};
  return { body: write.blocks(4), facts: { byline: "Redaksjonen", publisher: write.organisation(), ...missing } };
}

function event({ dice, write, published, day, place }) {
  // Told of some weeks before; of those told of lately, most are to come.
  const starts = shifted(published, dice.whole(14, 120));
  const hour = dice.pick(["09:00", "09:30", "12:00", "18:00"]);
  const long = dice.often(0.2);
  const point = (_, n) => ({ time: `${9 + n}:00`, title: write.both(), text: write.sentence() });
  return {
    body: write.blocks(1),
    facts: {
      starts: `${starts}T${hour}`,
      ends: long ? `${shifted(starts, 1)}T15:00` : `${starts}T20:00`,
      form: dice.weighed({ in_person: 50, digital: 35, both: 15 }),
      place,
      programme: Array.from({ length: dice.whole(0, 6) }, point),
      target_groups: dice.some(GROUPS, 1, 3),
      organisers: [write.organisation()],
      cancelled: starts < day && dice.often(0.03),
      links: [],
    },
  };
}

function tool({ dice, write, published }) {
  return {
    body: write.blocks(2),
    facts: {
      type: dice.pick(["checklist", "form", "method", "guide", "template", "e_learning", "film"]),
      phases: dice.some(PHASES, 1, 3),
      minutes: dice.pick([2, 5, 10, 15, 30, 45, 60, 120]),
      target_groups: dice.some(GROUPS, 1, 4),
      publisher: write.organisation(),
      version: String(dice.whole(1, 5)),
      revised: published.slice(0, 7),
      how_to_use: write.blocks(1),
      how_to_start: dice.often(0.5) ? write.blocks(1) : "",
    },
  };
}

function publication({ dice, write, published }) {
  return {
    body: write.chapters(2, 9),
    facts: {
      version: String(dice.whole(1, 4)),
      status: "Gjeldende",
      published,
      publishers: [write.organisation()],
      type: dice.pick(["guideline", "guide", "report", "strategy", "handbook", "other"]),
      left_empty: ["doi"],
    },
  };
}

function training({ dice, write }) {
  const module = () => ({
    title: write.both(),
    minutes: dice.pick([15, 30, 45]),
    text: write.blocks(2),
    checklist: [write.sentence()],
    questions: [write.sentence()],
  });
  return {
    facts: {
      aim: write.sentence(),
      target_groups: dice.some(GROUPS, 1, 3),
      modules: Array.from({ length: dice.whole(2, 8) }, module),
      try_out: { method: write.lead(), model: "Forbedringsmodellen." },
      experience: write.blocks(1),
    },
  };
}

const page = ({ write }) => ({ body: write.chapters(1, 5) });

const MAKERS = { project, news, event, tool, publication, package: training, page };

export const content = (kind, about) => MAKERS[kind](about);
