// Debian's own Chromium, without anything that would call home: its headless shell where that is installed
// (the same engine without a browser's own windows), else the whole.
import { execFileSync } from "node:child_process";

const QUIET = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  // axe comes anew with each page: to make its code as fast as can be takes longer than to run it.
  "--js-flags=--no-opt --initial-heap-size=256",
];

function installed(): string {
  const asked = process.env.PADRIVER_CHROMIUM;
  if (asked) return asked;
  const found = execFileSync("sh", ["-c", "command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || true"]);
  const path = found.toString().trim();
  if (!path) throw new Error("Chromium is missing: install it, or set PADRIVER_CHROMIUM to the program");
  return path;
}

export function launch() {
  const root = process.getuid?.() === 0;
  return { executablePath: installed(), args: root ? ["--no-sandbox", ...QUIET] : QUIET };
}
