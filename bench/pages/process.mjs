// A program on a core of its own, and what it has used.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, readFileSync, readdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** Starts a program on one core. It is stopped when the bench ends, however it ends. */
export function start(core, program, args, { env = {}, log, nice } = {}) {
  const out = log ? openSync(log, "w") : "ignore";
  const command = ["-c", String(core), ...(nice ? ["nice", "-n", String(nice)] : []), program, ...args];
  const child = spawn("taskset", command, { env: { ...process.env, ...env }, stdio: ["ignore", out, out] });
  running.add(child);
  child.on("error", (why) => fail(`taskset: ${why.message}`));
  child.on("exit", () => running.delete(child));
  return child;
}

const running = new Set();
process.on("exit", () => running.forEach((child) => child.kill("SIGTERM")));
for (const [signal, code] of [["SIGINT", 130], ["SIGTERM", 143], ["SIGHUP", 129]]) process.on(signal, () => process.exit(code));

export function fail(why) {
  console.error(`bench-pages: ${why}`);
  process.exit(1);
}

export async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}

/** Waits for a program that ends by itself; answers the seconds it took. */
export async function ended(child, log) {
  const began = performance.now();
  const [code] = await once(child, "exit");
  if (code !== 0) fail(`a program ended with ${code}\n${log ? readFileSync(log, "utf8").slice(-2000) : ""}`);
  return (performance.now() - began) / 1000;
}

/** Nanoseconds on the processor of each thread: finer than the hundredths of a second in /proc/PID/stat. */
export function threads(pid) {
  const used = new Map();
  for (const id of readdirSync(`/proc/${pid}/task`)) {
    try {
      used.set(id, Number(readFileSync(`/proc/${pid}/task/${id}/schedstat`, "utf8").split(" ")[0]));
    } catch {
      // A thread that has ended since: it had long been idle.
    }
  }
  return used;
}

/** Milliseconds on the processor since then. */
export function spent(pid, before) {
  let sum = 0;
  for (const [id, used] of threads(pid)) sum += used - (before.get(id) ?? 0);
  return sum / 1e6;
}

/** Resident memory in MiB. */
export const resident = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;

/** Waits until a program has had nothing to do for some seconds: its index is built and its jobs are done. */
export const quiet = (pid) => idle(pid, 3, 1000);

/** Waits until a program has left the answers that nobody waits for any longer. */
export const settled = (pid) => idle(pid, 2, 100);

/** So many times on end, of so many milliseconds, it is on the core for less than a thirtieth of the time. */
async function idle(pid, times, length) {
  for (let still = 0; still < times; ) {
    const before = threads(pid);
    await pause(length);
    still = spent(pid, before) < length / 30 ? still + 1 : 0;
  }
}
