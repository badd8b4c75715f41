// Somebody in a browser without script: logs in by the letter's code, opens pages and sends forms.
import { readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export class Client {
  cookies = new Map();

  constructor(address) {
    this.address = address;
  }

  get(path) {
    return this.#ask("GET", path);
  }

  /** With what every form of somebody who is known carries. */
  post(path, fields) {
    const body = new URLSearchParams({ ...(this.proof && { bevis: this.proof }), ...fields });
    return this.#ask("POST", path, body.toString(), "application/x-www-form-urlencoded");
  }

  json(path, value) {
    return this.#ask("POST", path, JSON.stringify(value), "application/json");
  }

  /** Logs in; the letters are files in this folder. */
  async logIn(address, letters) {
    const before = new Set(filesIn(letters));
    await this.post("/nb/logg-inn", { epost: address });
    let code;
    for (let tries = 0; !code && tries < 200; tries++) {
      await pause(50);
      const fresh = filesIn(letters).filter((name) => !before.has(name));
      const found = fresh.map((name) => /^\d{6}\r?$/m.exec(readFileSync(join(letters, name), "utf8"))?.[0].trim());
      code = found.find(Boolean);
    }
    if (!code) throw new Error("no letter with a code came");
    await this.post("/nb/logg-inn/kode", { kode: code });
    const mine = await this.get("/nb/min-side");
    this.proof = /name="bevis" value="([^"]+)"/.exec(mine.body)?.[1];
    if (mine.status !== 200 || !this.proof) throw new Error(`the log-in led to ${mine.status}`);
  }

  #ask(method, path, body, kind) {
    const headers = { "sec-fetch-site": "same-origin", cookie: [...this.cookies].map((one) => one.join("=")).join("; ") };
    if (body !== undefined) Object.assign(headers, { "content-type": kind, "content-length": Buffer.byteLength(body) });
    return new Promise((done, failed) => {
      const asked = request(this.address + path, { method, headers }, (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("end", () => {
          for (const set of answer.headers["set-cookie"] ?? []) this.#keep(set);
          done({ status: answer.statusCode, location: answer.headers.location ?? "", body: Buffer.concat(parts).toString() });
        });
        answer.on("error", failed);
      });
      asked.on("error", failed);
      asked.end(body);
    });
  }

  #keep(set) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
    if (/max-age=0/i.test(set)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

function filesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    // No letter has been written yet.
    return [];
  }
}
