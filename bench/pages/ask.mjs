// One reader on one connection.
import { Agent, get } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

/** In milliseconds. */
const STANDS = 700;

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** An answer as it came, with its headers as they were written. The time is in milliseconds. */
export function ask(address, headers = { "accept-encoding": "gzip" }) {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const request = get(address, { agent, headers }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => {
        const time = performance.now() - began;
        resolve({ status: answer.statusCode, headers: pairs(answer.rawHeaders), bytes: Buffer.concat(parts), time });
      });
    });
    // The other side may have closed a connection that stood idle, just as it was used.
    request.on("error", (why) => {
      if (request.reusedSocket && why.code === "ECONNRESET") resolve(ask(address, headers));
      else reject(why);
    });
  });
}

/** An answer that has stood for a moment: what is kept is compressed well beside the first answers. */
export async function standing(address, settled) {
  await ask(address);
  await pause(STANDS);
  await ask(address);
  await settled();
  return ask(address);
}

const pairs = (raw) => raw.flatMap((name, n) => (n % 2 ? [] : [[name, raw[n + 1]]]));

/** The body in words, or nothing when there is no such page. */
export async function text(address) {
  const { status, bytes } = await ask(address, {});
  return status === 200 ? bytes.toString() : undefined;
}

/** Asks until it is answered with 200; answers the milliseconds that took. */
export async function first(address, alive) {
  const began = performance.now();
  while (alive()) {
    const answer = await ask(address).catch(() => undefined);
    if (answer?.status === 200) return performance.now() - began;
    await pause(2);
  }
  return undefined;
}

/** The time that so many in a hundred stayed within. */
export function within(times, percent) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? NaN;
}
