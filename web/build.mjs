// Builds web/dist: hashed files, their .br and .gz, and manifest.json. Same input, same bytes.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, renameSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import { inter } from "./build/font.mjs";
import { favicon, ico, mark, png } from "./build/mark.mjs";
import { trim } from "./build/theme.mjs";

const BUDGET = 45_000;
/** What only those who write load, beside the rest. */
const EDITOR_BUDGET = 60_000;
/** What only a team loads that works and enters numbers, beside the rest. */
const NUMBERS_BUDGET = 13_000;
const here = new URL(".", import.meta.url);
const path = (name) => new URL(name, here).pathname;

/** The theme, by Designsystemet's own command line, into a folder git does not see. */
function theme() {
  const cli = path("node_modules/@digdir/designsystemet/dist/bin/designsystemet.js");
  const tokens = path(".build/tokens");
  const run = (...args) => execFileSync(process.execPath, [cli, "tokens", ...args], { cwd: path("."), stdio: "pipe" });
  const config = JSON.parse(readFileSync(path("designsystemet.config.json"), "utf8"));
  writeFileSync(path(".build/config.json"), JSON.stringify({ ...config, outDir: tokens }));
  run("create", "--config", path(".build/config.json"), "--clean");
  run("build", "--tokens", tokens, "--out-dir", path(".build/theme"), "--clean");
  return readFileSync(path(".build/theme/padriver.css"), "utf8");
}

/** One style sheet: the parts of Designsystemet we use, the theme, our own files. */
async function styles(font) {
  const bundled = await bundle("css/index.css", { external: ["*.woff2"] });
  const tokens = trim(theme(), bundled);
  // The layer order must be said before the theme, so the bundle's own first line goes on top.
  const all = `@layer reset, ds.theme, ds.base, ds.components, app;\n${tokens}\n${bundled}`.replace("inter.woff2", font);
  return (await esbuild.transform(all, { loader: "css", minify: true, target: TARGET })).code;
}

const TARGET = ["chrome111", "firefox115", "safari16.4"];

async function bundle(entry, more = {}) {
  const built = await esbuild.build({
    entryPoints: [path(entry)], bundle: true, write: false, minify: true, format: "iife",
    target: TARGET, legalComments: "none", logLevel: "warning", loader: { ".txt": "text" }, ...more,
  });
  return built.outputFiles[0].text;
}

const manifest = {};
const sizes = [];

/** Writes one file under its hashed name and, for text, its two compressed forms. */
function emit(name, content) {
  const bytes = Buffer.from(content);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  const dot = name.lastIndexOf(".");
  const hashed = `${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
  manifest[name] = hashed;
  writeFileSync(path(`.dist/${hashed}`), bytes);
  const size = { name: hashed, raw: bytes.length };
  if (/\.(css|js|svg)$/.test(name)) {
    const br = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
    const gz = gzipSync(bytes, { level: 9 });
    writeFileSync(path(`.dist/${hashed}.br`), br);
    writeFileSync(path(`.dist/${hashed}.gz`), gz);
    Object.assign(size, { br: br.length, gz: gz.length });
  }
  sizes.push(size);
  return hashed;
}

rmSync(path(".build"), { recursive: true, force: true });
mkdirSync(path(".build"), { recursive: true });
rmSync(path(".dist"), { recursive: true, force: true });
mkdirSync(path(".dist"), { recursive: true });

const font = emit("inter.woff2", await inter(path("node_modules/inter-ui/variable/InterVariable.woff2")));
emit("app.css", await styles(font));
emit("app.js", await bundle("src/app.ts"));
// Loaded on the pages that ask for a passkey, and nowhere else.
emit("passkey.js", await bundle("src/passkey.ts"));
// Loaded by those who are logged in, beside the rest.
emit("known.css", await bundle("css/known.css"));
// Loaded by the pages of a team's work, beside that.
emit("work.css", await bundle("css/work.css"));
// Loaded by the display on the ward alone.
emit("board.css", await bundle("css/board.css"));
// Loaded where it is said what to print, alone.
emit("picks.css", await bundle("css/picks.css"));
emit("editor.css", await bundle("css/editor.css"));
emit("editor.js", await bundle("src/editor.ts"));
// What a browser has kept of texts that can't be opened any more: on one's own page, and where it is told.
emit("mine.js", await bundle("src/mine.ts"));
// Where numbers are entered, and what opens that page without the net (served under an address of its own).
emit("numbers.js", await bundle("src/numbers.ts"));
emit("worker.js", await bundle("src/numbers/worker.ts"));
// Where many numbers are pasted.
emit("persons.js", await bundle("src/persons.ts"));
emit("mark.svg", mark);
emit("favicon.svg", favicon);
emit("favicon.ico", ico(32));
emit("apple-touch-icon.png", png(180));
const sorted = Object.fromEntries(Object.entries(manifest).sort());
writeFileSync(path(".dist/manifest.json"), `${JSON.stringify(sorted, null, 2)}\n`);

console.table(sizes);
const isOfEditor = ({ name }) => name.startsWith("editor.");
const isOfNumbers = ({ name }) => /^(numbers|worker|work)\./.test(name);
const isOfAll = ({ name }) => name.startsWith("app.");
const weigh = (some) => some.filter((s) => /\.(css|js)$/.test(s.name)).reduce((sum, s) => sum + s.br, 0);
const [weight, ofEditor, ofNumbers] = [isOfAll, isOfEditor, isOfNumbers].map((is) => weigh(sizes.filter(is)));
console.log(`css + js of every page: ${weight} bytes compressed (br), budget ${BUDGET}; of the editor: ${ofEditor}, budget ${EDITOR_BUDGET}; of a team: ${ofNumbers}, budget ${NUMBERS_BUDGET}`);
if (weight > BUDGET || ofEditor > EDITOR_BUDGET || ofNumbers > NUMBERS_BUDGET) process.exit(1);

// Whole or not at all: a compiler that reads dist meanwhile sees the old one or the new one.
rmSync(path("dist"), { recursive: true, force: true });
renameSync(path(".dist"), path("dist"));
