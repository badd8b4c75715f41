// Keeps of a generated theme only what the style sheet can reach.

/** Splits a style sheet into its top-level blocks. */
function blocks(css) {
  const found = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < css.length; at++) {
    if (css[at] === "{") depth++;
    if (css[at] === "}" && --depth === 0) {
      found.push(css.slice(start, at + 1).trim());
      start = at + 1;
    }
  }
  return found;
}

/** A layer's rules, each in a layer of its own, so that one can fall without the others. */
function rules(css) {
  return blocks(css).flatMap((block) => {
    const layer = /^(@layer [\w.-]+) \{([\s\S]*)\}$/.exec(block);
    return layer ? blocks(layer[2]).map((rule) => `${layer[1]} {\n${rule}\n}`) : [block];
  });
}

const uses = (css) => [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map((hit) => hit[1]);

/** Light is what :root says; the page never asks for a fixed scheme, a second typeface or the second support colour. */
const UNUSED = [
  /^@media \(prefers-color-scheme: light\)/m,
  /^\[data-color-scheme="dark"\]/m,
  /^\[data-typography="secondary"\]/m,
  /^\[data-color="brand2"\]/m,
];

/** `css` is everything that reads the tokens; unread ones fall away, and those only they read. */
export function trim(theme, css) {
  const plain = theme.replace(/@charset[^;]*;/, "").replace(/\/\*[\s\S]*?\*\//g, "");
  let kept = rules(plain).filter((block) => !UNUSED.some((no) => no.test(block))).join("\n");
  for (let before = 0; before !== kept.length; ) {
    before = kept.length;
    const read = new Set([...uses(css), ...uses(kept)]);
    kept = kept.replace(/^\s*(--[\w-]+):[^;]*;\n/gm, (line, name) => (read.has(name) ? line : ""));
  }
  // Paper is light, also for a reader who keeps the screen dark.
  return kept.replaceAll("@media (prefers-color-scheme: dark)", "@media screen and (prefers-color-scheme: dark)");
}
