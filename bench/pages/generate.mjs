// node bench/pages/generate.mjs FOLDER SIZE [SEED] [DAY]: writes a made-up library as lines that the import reads.
//
// SIZE is how many items, or `plain-` and how many. `1.jsonl` has the library, where a tenth has had another text
// before and a fiftieth two; `more.jsonl` has items to import while readers ask.
// The same seed and day give the same bytes. The day is today when it is not said: events are to come then.
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { plain, settled } from "./items.mjs";
import { settings } from "./settings.mjs";

async function write(file, from, to, line) {
  const out = createWriteStream(file);
  let lines = 0;
  for (let n = from; n < to; n++) {
    const said = line(n);
    if (said === undefined) continue;
    lines++;
    if (!out.write(`${JSON.stringify(said)}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  return { file, lines };
}

export const parsed = (size) => ({ plain: size.startsWith("plain-"), count: Number(size.replace("plain-", "")) });

/** Writes the files; answers which, in the order to import them, and those for later. */
export async function generate(folder, size, seed = "1", day = new Date().toISOString().slice(0, 10)) {
  const { plain: isPlain, count } = parsed(size);
  if (!(count > 0)) throw new Error(`${size}: neither a number of items nor plain- and a number`);
  const one = (n) => (isPlain ? plain : settled)(seed, n, day);
  const first = [await write(join(folder, "1.jsonl"), 0, count, one)];
  // An import of some seconds, but no other library than the one that is measured.
  const extra = Math.min(settings.moreItems, Math.max(1000, Math.floor(count / 2)));
  const more = await write(join(folder, "more.jsonl"), count, count + extra, one);
  return { first: first.filter(({ lines }) => lines > 0), more };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, size, seed, day] = process.argv.slice(2);
  if (!size) {
    console.error("usage: node bench/pages/generate.mjs FOLDER SIZE [SEED] [DAY]");
    process.exit(2);
  }
  const { first, more } = await generate(folder, size, seed, day);
  for (const { file, lines } of [...first, more]) console.log(`${file}: ${lines}`);
}
