// Chance that is the same each time: what an item is made of hangs on the seed and its number alone,
// so item 700 is the same in a library of 1,000 and in one of 1,000,000.

/** Numbers from a seed and a name: the same ones, in the same order, for the same two. */
export function chance(seed, name) {
  let state = digest(`${seed}:${name}`);
  /** From 0 up to 1 (mulberry32). */
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from, to) => from + Math.floor(next() * (to - from + 1));
  const often = (part) => next() < part;
  const pick = (list) => list[Math.floor(next() * list.length)];
  /** The first of a list much oftener than the last, as words and places are used. */
  const skewed = (list) => list[Math.floor(next() ** 2 * list.length)];
  const weighed = (parts) => {
    let left = next() * Object.values(parts).reduce((sum, part) => sum + part, 0);
    for (const [name, part] of Object.entries(parts)) if ((left -= part) < 0) return name;
    return Object.keys(parts)[0];
  };
  /** Some different ones of a list. */
  const some = (list, from, to) => {
    const chosen = new Set();
    for (let left = whole(from, to); left > 0; left--) chosen.add(skewed(list));
    return [...chosen];
  };
  /** Most are near the middle, and a few are many times as large. */
  const size = (middle, least, most) => {
    const bell = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    return Math.min(most, Math.max(least, Math.round(middle * Math.exp(0.7 * bell))));
  };
  return { next, whole, often, pick, skewed, weighed, some, size };
}

/** 32 bits of a text (FNV-1a). */
function digest(text) {
  let hash = 0x811c9dc5;
  for (const unit of Buffer.from(text)) hash = Math.imul(hash ^ unit, 0x01000193);
  return hash;
}
