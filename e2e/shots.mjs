// node e2e/shots.mjs FOLDER: pictures of every sample page, 390 and 1280 wide, light and dark, and on paper.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node e2e/shots.mjs FOLDER");
  process.exit(2);
}
const { status } = spawnSync("npx", ["--no-install", "playwright", "test"], {
  cwd: import.meta.dirname,
  env: { ...process.env, PADRIVER_SHOTS: resolve(folder) },
  stdio: "inherit",
});
process.exit(status ?? 1);
