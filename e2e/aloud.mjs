// node e2e/aloud.mjs FILE: every word of every page in every language, in one file that a person can read through.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const [file] = process.argv.slice(2);
if (!file) {
  console.error("usage: node e2e/aloud.mjs FILE");
  process.exit(2);
}
const { status } = spawnSync("npx", ["--no-install", "playwright", "test"], {
  cwd: import.meta.dirname,
  env: { ...process.env, PADRIVER_ALOUD: resolve(file) },
  stdio: "inherit",
});
process.exit(status ?? 1);
