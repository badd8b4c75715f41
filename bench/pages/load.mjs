// Asks a page of a server: by many at once for the same address, or by one for one address after another.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ask, within } from "./ask.mjs";
import { resident, settled, spent, threads } from "./process.mjs";
import { settings } from "./settings.mjs";

const run = promisify(execFile);
const UNITS = { us: 0.001, ms: 1, s: 1000, m: 60_000 };

const milliseconds = (written) => {
  const [, number, unit] = /^([\d.]+)(us|ms|s|m)$/.exec(written ?? "") ?? [];
  return Number(number) * UNITS[unit];
};

/** Long enough that the answers still on their way at the end are few among those that came. */
function seconds(time) {
  const needed = (time * settings.connections * 12) / 1000;
  return Math.ceil(Math.min(settings.most, Math.max(settings.seconds, needed)));
}

/** The same address from all connections, as fast as it is answered. */
export async function warm(address, pid) {
  await ask(address);
  const { status, time, bytes } = await ask(address);
  if (status !== 200) return { wrong: `${address}: ${status}` };
  const peak = { memory: resident(pid) };
  const watch = setInterval(() => (peak.memory = Math.max(peak.memory, resident(pid))), 250);
  const before = threads(pid);
  const { stdout } = await run("taskset", [
    ...["-c", String(settings.loadCore), "wrk", "-t1", `-c${settings.connections}`, `-d${seconds(time)}s`],
    ...["--timeout", "60s", "--latency", "-H", "Accept-Encoding: gzip", address],
  ]);
  const cpu = spent(pid, before);
  clearInterval(watch);
  await settled(pid);
  return { ...told(stdout, address), cpu, bytes: bytes.length, memory: peak.memory };
}

/** What wrk says. */
function told(words, address) {
  const count = Number(/(\d+) requests in/.exec(words)?.[1]);
  if (!count) return { wrong: `${address}: nothing was answered in time` };
  const wrong = /Non-2xx or 3xx responses: \d+|Socket errors:.*/.exec(words)?.[0];
  return {
    count,
    wrong: wrong && `${address}: ${wrong}`,
    rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(words)?.[1]),
    p50: milliseconds(/ 50%\s+(\S+)/.exec(words)?.[1]),
    p99: milliseconds(/ 99%\s+(\S+)/.exec(words)?.[1]),
  };
}

/** One address after another on one connection, none twice before all have been asked for. */
export async function cold(address, paths, pid) {
  // The first is not counted: it opens the connection, and reads code that has not run yet.
  await ask(address + paths[0]);
  const times = [];
  let wrong;
  const ends = performance.now() + settings.seconds * 1000;
  const before = threads(pid);
  for (let n = 1; n <= settings.times && (performance.now() < ends || n < 4); n++) {
    const path = paths[n % paths.length];
    const { status, time } = await ask(address + path);
    if (status !== 200) wrong = `${path}: ${status}`;
    times.push(time);
  }
  return { count: times.length, wrong, cpu: spent(pid, before), p50: within(times, 50), p99: within(times, 99) };
}
