// node bench/pages/run.mjs: what our pages cost beside nginx with the same bytes, for each size of library.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { standing, within } from "./ask.mjs";
import { generate, parsed } from "./generate.mjs";
import { cold, warm } from "./load.mjs";
import { beside } from "./nginx.mjs";
import { pages } from "./pages.mjs";
import { quiet, resident, settled, stop } from "./process.mjs";
import { Server } from "./server.mjs";
import { settings } from "./settings.mjs";
import { figure, heading, row, wrongs } from "./table.mjs";

const say = (...words) => console.log(words.join(""));

/** For somebody who waits at a terminal; no part of what is printed. */
const progress = (...words) => process.stderr.isTTY && console.error(words.join(""));

/** A port that nobody has just now. */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Imports the library; the server builds its index when it starts for the first time. */
async function fill(server, size) {
  const { first, more } = await generate(server.dir, size, settings.seed, settings.day);
  await server.command(["migrate"]);
  for (const [n, { file, lines }] of first.entries()) {
    const seconds = await server.command(["import", file]);
    say(n ? `texts changed, time ${n}: ` : "import: ", lines, " items, ", figure(lines / seconds), " items/s");
  }
  const answered = await server.serve();
  const began = performance.now();
  await quiet(server.pid);
  // The last three seconds were quiet.
  const built = Math.max(0, (performance.now() - began) / 1000 - 3);
  say("first start: first answer after ", figure(answered), " ms, index and filing done after ", figure(built), " s more");
  await stop(server.child);
  return more;
}

/** Each page of ours, and at once after it the same bytes by nginx: what disturbs the one disturbs the other. */
async function measureWarm(server) {
  const answered = await server.serve();
  await quiet(server.pid);
  say("start: first answer after ", figure(answered), " ms; idle memory ", figure(resident(server.pid)), " MiB");
  const measured = await pages(server.address, parsed(server.size).count, settings.day);
  const addresses = measured.map(({ paths }) => server.address + paths[0]);
  for (const address of addresses) await standing(address, () => settled(server.pid));
  const nginx = await beside(join(server.dir, "nginx"), await freePort(), addresses);
  const rows = [];
  for (const [n, { name, paths }] of measured.entries()) {
    progress("… warm: ", name);
    const ours = await warm(addresses[n], server.pid);
    const live = await warm(nginx.at("live", n), nginx.child.pid);
    const ready = await warm(nginx.at("ready", n), nginx.child.pid);
    rows.push({ name, paths, warm: ours, live, ready });
  }
  const peak = Math.max(...rows.map((row) => row.warm.memory ?? 0));
  const kept = await server.kept();
  const keeps = kept === undefined ? "not counted" : `${figure(kept)} MiB`;
  say("memory under load ", figure(peak), " MiB, of which answers kept: ", keeps);
  say("memory of nginx ", figure(resident(nginx.child.pid)), " MiB");
  await stop(nginx.child);
  await stop(server.child);
  return rows;
}

async function measureCold(server, rows) {
  await server.serve(0);
  await quiet(server.pid);
  for (const each of rows) {
    progress("… cold: ", each.name);
    each.cold = await cold(server.address, each.paths, server.pid);
  }
  await stop(server.child);
}

/** Readers while nothing else happens, and while an import runs beside, as a program of its own. */
async function measureReaders(server, rows, more) {
  await server.serve();
  await quiet(server.pid);
  const paths = rows.map((row) => row.paths[0]);
  // What is asked for the first time after a start is no reader's everyday, neither in the one nor in the other.
  for (let round = 0; round < 3; round++) await server.readers(paths, () => true);
  await quiet(server.pid);
  const ends = performance.now() + settings.readSeconds * 1000;
  const calm = await server.readers(paths, () => performance.now() > ends);
  let done = false;
  // It runs where the readers run, and gives way to them: the server has its core for itself.
  const importing = server.command(["import", more.file], settings.loadCore, 5).finally(() => (done = true));
  const during = await server.readers(paths, () => done);
  const seconds = await importing;
  await stop(server.child);
  const told = (times) => `p50 ${figure(within(times, 50))}, p95 ${figure(within(times, 95))} ms (${times.length} pages)`;
  say("readers, quiet: ", told(calm));
  say("readers, during an import of ", more.lines, " items (", figure(more.lines / seconds), " items/s): ", told(during));
}

async function measure(size) {
  const dir = mkdtempSync(join(tmpdir(), "padriver-pages-"));
  process.on("exit", () => rmSync(dir, { recursive: true, force: true }));
  say("\n== ", size, " items");
  const server = Object.assign(new Server(dir), { size });
  const more = await fill(server, size);
  const rows = await measureWarm(server);
  await measureCold(server, rows);
  await measureReaders(server, rows, more);
  say("\n", heading());
  for (const each of rows) say(row(each));
  for (const wrong of wrongs(rows)) say("not as it should be: ", wrong);
  rmSync(dir, { recursive: true, force: true });
}

say("seed ", settings.seed, ", seen from ", settings.day, "; ", settings.connections, " connections");
say("CPU is milliseconds of the server for each answer; p50 and p99 are milliseconds");
for (const size of settings.sizes) await measure(size);
process.exit(0);
