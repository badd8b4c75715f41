// Our own program: filled, started, and asked what it holds.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ask, first, text } from "./ask.mjs";
import { ended, fail, start } from "./process.mjs";
import { KEPT_METRIC, KEPT_SETTING, settings } from "./settings.mjs";

/** Nothing is limited: it is one visitor that asks for all, and a dear page may take its time. */
const CONFIG = `rate-limits = "off"\n[limits]\nheavy-read-seconds = 3600\n`;

export class Server {
  constructor(dir) {
    this.dir = dir;
    mkdirSync(join(dir, "data"));
    writeFileSync(join(dir, "settings.toml"), CONFIG);
    this.options = ["--data-dir", join(dir, "data"), "--config", join(dir, "settings.toml")];
    if (settings.database) this.options.push("--database", settings.database);
  }

  /** Runs a command of the program to its end; answers the seconds it took. */
  command(words, core = settings.serverCore, nice) {
    const log = join(this.dir, "command.log");
    return ended(start(core, settings.program, [...words, ...this.options], { log, nice }), log);
  }

  /** Starts serving; answers the milliseconds until the first page. `kept` is how many MiB of answers it may keep. */
  async serve(kept) {
    const log = join(this.dir, "serve.log");
    const env = kept === undefined ? {} : { [KEPT_SETTING]: String(kept) };
    const began = performance.now();
    const free = ["--listen", "127.0.0.1:0", "--internal-listen", "127.0.0.1:0"];
    this.child = start(settings.serverCore, settings.program, ["serve", ...this.options, ...free], { env, log });
    const lives = () => this.child.exitCode === null && this.child.signalCode === null;
    for (let told; !told; await pause(2)) {
      if (!lives()) fail(`the server did not start\n${readFileSync(log, "utf8").slice(-2000)}`);
      told = /"site":"([^"]+)\/","internal":"([^"]+)\/"/.exec(readFileSync(log, "utf8"));
      if (told) [, this.address, this.internal] = told;
    }
    if ((await first(`${this.address}/nb/`, lives)) === undefined) fail("the server gave no page");
    return performance.now() - began;
  }

  get pid() {
    return this.child.pid;
  }

  /** MiB of answers that it keeps, by its own count; nothing when it does not count any. */
  async kept() {
    const metrics = (await text(`${this.internal}/metrics`)) ?? "";
    const bytes = new RegExp(`^${KEPT_METRIC}(?:\\{[^}]*\\})? (\\S+)$`, "m").exec(metrics)?.[1];
    return bytes === undefined ? undefined : Number(bytes) / 2 ** 20;
  }

  /** Readers who ask for one page after another until `done` says so; answers the time of each in milliseconds. */
  async readers(paths, done) {
    const times = [];
    for (let n = 0; !done() || n < paths.length; n++) {
      times.push((await ask(this.address + paths[n % paths.length])).time);
      await pause(20);
    }
    return times;
  }
}
