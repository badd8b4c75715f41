// The program under test: the demo's library with our own pages on top, served for one worker.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openMailbox, type Mailbox } from "./mailbox";
import { freshDatabase } from "./postgres";
import { PROGRAM } from "./program";

const CONTENT = resolve(import.meta.dirname, "../content/items.jsonl");
const START = 60_000;

export interface Site {
  url: string;
  mails: Mailbox;
  /** Has the program do something else with the same data, while the server serves. */
  tell(...args: string[]): Promise<void>;
  /** Kills the server amid whatever it does: nothing is flushed, nothing is closed. */
  kill(): Promise<void>;
  /** Starts it anew on the same data, at the same address. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

interface Run {
  child: ChildProcess;
  said(): string;
}

const running = new Set<ChildProcess>();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

function run(args: string[], env: Record<string, string>): Run {
  const child = spawn(PROGRAM, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => (said += part));
  child.on("error", (why) => (said += `${PROGRAM}: ${why.message}`));
  running.add(child);
  child.on("close", () => running.delete(child));
  return { child, said: () => said };
}

async function stop({ child, said }: Run): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  }
  if (child.exitCode !== 0) throw new Error(`the program did not stop in good order:\n${said()}`);
}

async function kill({ child }: Run): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

/** The address it says it answers on, once it says so. */
async function address(server: Run): Promise<string> {
  const until = Date.now() + START;
  while (Date.now() < until) {
    const found = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(server.said());
    if (found) return found[0];
    if (server.child.exitCode !== null) break;
    await new Promise((tick) => setTimeout(tick, 50));
  }
  throw new Error(`the program did not start:\n${server.said()}`);
}

/** What may be said of the program besides. */
export interface Running {
  engine: "sqlite" | "postgres";
  limits: "on" | "off";
  /** `demo` alone has the page with one-click example people. */
  command?: "serve" | "demo";
  /** Its settings file, and the address that it is told it has; without one, the one that it listens on. */
  settings?: string;
  port?: number;
  publicUrl?: string;
}

export async function startSite({ engine, limits, command = "serve", settings, port = 0, publicUrl }: Running): Promise<Site> {
  const dir = mkdtempSync(join(tmpdir(), "padriver-e2e-"));
  const database = engine === "postgres" ? await freshDatabase() : undefined;
  const mails = await openMailbox();
  const data = ["--database", database?.url ?? `sqlite:${dir}/padriver.db`, "--data-dir", dir];
  const listening = (at: string) => ["--listen", at, "--internal-listen", "127.0.0.1:0", ...(publicUrl ? ["--public-url", publicUrl] : [])];
  const env: Record<string, string> = { PADRIVER_SMTP_URL: mails.url, PADRIVER_RATE_LIMITS: limits };
  const common: string[] = [];
  if (settings) {
    const file = join(mkdtempSync(join(tmpdir(), "padriver-e2e-settings-")), "padriver.toml");
    writeFileSync(file, settings);
    common.push("--config", file);
  }
  const end = async () => {
    await mails.close();
    await database?.drop();
    rmSync(dir, { recursive: true, force: true });
  };

  const tell = async (...args: string[]) => {
    const told = run([...args, ...data], env);
    await once(told.child, "close");
    await stop(told);
  };
  const serve = (at: string) => run([...common, "serve", ...data, ...listening(at)], env);

  try {
    let server: Run;
    if (command === "demo") {
      server = run(["demo", ...data, ...listening(`127.0.0.1:${port}`)], env);
    } else {
      // The demo fills the library; what it lacks (a withdrawn page, a long word …) is imported on top.
      const demo = run(["demo", ...data, ...listening("127.0.0.1:0")], env);
      await address(demo);
      await stop(demo);
      await tell("import", CONTENT);
      server = serve(`127.0.0.1:${port}`);
    }
    const heard = await address(server);
    return {
      url: publicUrl ?? heard,
      mails,
      tell,
      kill: () => kill(server),
      startAgain: async () => {
        // The demo's own command would begin with fresh data.
        server = serve(new URL(heard).host);
        await address(server);
      },
      stop: () => stop(server).finally(end),
    };
  } catch (why) {
    await end();
    throw why;
  }
}
