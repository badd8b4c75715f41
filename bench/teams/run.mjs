// What a team's pages and the entering of a number cost the server, with many teams beside: processor time of
// the server for each answer, and how long it took in all. Prints figures; judges nothing.
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fail, spent, start, stop, threads } from "../pages/process.mjs";
import { Client } from "./client.mjs";
import { MEASURES, clone } from "./clone.mjs";

const given = process.env;
const program = given.PROGRAM ?? `${given.CARGO_TARGET_DIR ?? "target"}/release/padriver`;
const teams = Number(given.TEAMS ?? 10_000);
const points = Number(given.POINTS ?? 60);
const times = Number(given.TIMES ?? 60);
const core = Number(given.SERVER_CORE ?? 0);

const WEEK = 7 * 24 * 3600 * 1000;
const folder = mkdtempSync(join(tmpdir(), "padriver-bench-teams-"));
const data = join(folder, "data");
mkdirSync(data);
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** The Monday so many weeks ago. */
function monday(weeks) {
  const now = new Date(Date.now() - weeks * WEEK);
  now.setUTCDate(now.getUTCDate() - ((now.getUTCDay() + 6) % 7));
  return now.toISOString().slice(0, 10);
}

async function serve() {
  const log = join(folder, "serve.log");
  const database = given.DATABASE ? ["--database", given.DATABASE] : [];
  const free = ["--listen", "127.0.0.1:0", "--internal-listen", "127.0.0.1:0"];
  const env = { PADRIVER_RATE_LIMITS: "off" };
  const server = start(core, program, ["serve", "--data-dir", data, ...database, ...free], { env, log });
  for (let tries = 0; tries < 600; tries++) {
    await pause(100);
    if (server.exitCode !== null) break;
    const address = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(readFileSync(log, "utf8"))?.[0];
    const answer = address && (await new Client(address).get("/nb/").catch(() => undefined));
    if (answer?.status === 200) return { server, address };
  }
  return fail(`the server did not start\n${readFileSync(log, "utf8").slice(-2000)}`);
}

/** A team with one measure that is counted by weeks, and so many numbers. */
async function begin(client) {
  const begun = await client.post("/nb/sett-i-gang", {
    tittel: "Rolige kvelder", sted: "Avdeling 2", hva: "Flere skal ha en rolig kveld",
    maling: "Beboere som hadde en rolig kveld", slag: "share", teller: "Rolig kveld", nevner: "Beboere",
    hver: "week", retning: "higher",
  });
  const work = begun.location.split("?")[0];
  if (begun.status !== 303) fail(`no team could begin: ${begun.status}`);
  const page = (await client.get(`${work}/tall`)).body;
  const person = /data-person="([^"]+)"/.exec(page)?.[1];
  const measure = /data-measure="([^"]+)"/.exec(page)?.[1];
  const entries = Array.from({ length: points }, (_, n) => (
    { sent: randomUUID(), measure, day: monday(points - n), value: 8 + ((n * 7) % 11) + (n > points / 2 ? 3 : 0), all: 24 }
  ));
  const kept = await client.json(`${work}/tall.json`, { person, entries });
  const fates = JSON.parse(kept.body).answers.map((one) => one.is);
  if (fates.some((fate) => fate !== "kept")) fail(`the numbers were not kept: ${kept.body.slice(0, 500)}`);
  return { work, measure };
}

/** Waits until the server does nothing by itself. */
async function calm(server) {
  for (let last = Infinity; last > 20; ) {
    const before = threads(server.pid);
    await pause(1000);
    last = spent(server.pid, before);
  }
}

async function measured(server, name, once) {
  const took = [];
  // What is done the first time only is none of a page's cost.
  await once(-1);
  const before = threads(server.pid);
  for (let n = 0; n < times; n++) {
    const began = performance.now();
    const answer = await once(n);
    took.push(performance.now() - began);
    if (answer.status >= 400) fail(`${name}: ${answer.status}\n${answer.body.slice(0, 1000)}`);
  }
  const each = spent(server.pid, before) / times;
  took.sort((a, b) => a - b);
  const [half, most] = [took[Math.floor(times / 2)], took[Math.floor(times * 0.95)]];
  console.log(`${name.padEnd(44)} ${each.toFixed(2).padStart(8)} ms CPU ${half.toFixed(2).padStart(9)} ms p50 ${most.toFixed(2).padStart(9)} ms p95`);
}

let { server, address } = await serve();
const client = new Client(address);
await client.logIn("lag@example.org", join(data, "mail"));
const { work, measure } = await begin(client);
await stop(server);
const began = performance.now();
clone(data, given.DATABASE, teams);
console.log(`${teams} teams with ${MEASURES} measures of ${points} numbers each, copied in ${((performance.now() - began) / 1000).toFixed(1)} s`);

({ server, address } = await serve());
client.address = address;
await calm(server);
for (const [name, path] of [
  ["a team's page", work],
  ["its screen for numbers", `${work}/tall`],
  ["a measure's chart", `${work}/malinger/${measure}`],
  ["its list of works", "/nb/arbeid"],
  ["one's own page", "/nb/min-side"],
]) {
  await measured(server, name, () => client.get(path));
}
/** A week before all that has a number. */
const earlier = (n) => monday(points + 2 + n);
const number = (n) => ({ tall: String(8 + ((n + 11) % 9)), av: "24", annen_tid: earlier(n + 1), sendt: randomUUID() });
await measured(server, "entering a number by its form", (n) => client.post(`${work}/tall/${measure}`, number(n)));
await stop(server);
process.exit(0);
