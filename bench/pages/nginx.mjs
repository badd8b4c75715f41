// nginx with the bytes of our own answers, under /live compressed as they are sent, under /ready beforehand.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { ask, first } from "./ask.mjs";
import { fail, start } from "./process.mjs";
import { settings } from "./settings.mjs";

/** What nginx writes by itself. */
const OWN = new Set(["content-type", "content-length", "content-encoding", "transfer-encoding", "connection", "date", "keep-alive"]);

const quoted = (value) => {
  if (value.includes("$")) fail(`nginx can't send a header with $ in it: ${value}`);
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
};

/** A page as our server sends it, put where nginx finds it. */
async function taken(dir, n, address) {
  const bare = await ask(address, { "accept-encoding": "identity" });
  const packed = await ask(address);
  const isPacked = packed.headers.some(([name, value]) => name.toLowerCase() === "content-encoding" && value === "gzip");
  writeFileSync(join(dir, "live", String(n)), bare.bytes);
  writeFileSync(join(dir, "ready", String(n)), bare.bytes);
  writeFileSync(join(dir, "ready", `${n}.gz`), isPacked ? packed.bytes : gzipSync(bare.bytes));
  const type = packed.headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "text/plain";
  const headers = packed.headers.filter(([name]) => !OWN.has(name.toLowerCase()));
  // The date of the file is nginx's own idea.
  if (!headers.some(([name]) => name.toLowerCase() === "last-modified")) headers.push(["Last-Modified", ""]);
  const lines = headers.map(([name, value]) => `add_header ${name} ${quoted(value)};`).join(" ");
  const place = (way, gzip) => `location = /${way}/${n} { ${gzip} on; default_type ${quoted(type)}; ${lines} }`;
  return { packed, bare, lines: [place("live", "gzip"), place("ready", "gzip_static")].join("\n") };
}

const whole = (dir, port, places) => `
daemon off; master_process off; pid ${dir}/pid; error_log ${dir}/error.log;
events { worker_connections 256; }
http {
  access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; etag off; types { }
  keepalive_requests 1000000000; keepalive_timeout 3600s; open_file_cache max=1000 inactive=600s; open_file_cache_valid 600s;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${dir}/${name};`).join(" ")}
  gzip_comp_level ${settings.gzipLevel}; gzip_types *; gzip_min_length 20;
  server {
    listen 127.0.0.1:${port}; root ${dir};
${places.map(({ lines }) => lines).join("\n")}
  }
}
`;

/** The names of headers that a page has besides those that nginx writes by itself. */
const named = ({ headers }) =>
  headers.map(([name]) => name.toLowerCase()).filter((name) => !OWN.has(name) && name !== "server").sort().join(" ");

/** Sees that nginx sends what we send, for otherwise nothing is compared. */
async function compare(at, places) {
  for (const [n, { bare, packed }] of places.entries()) {
    const [live, ready] = [await ask(at("live", n)), await ask(at("ready", n))];
    const same = gunzipSync(live.bytes).equals(bare.bytes) && gunzipSync(ready.bytes).equals(bare.bytes);
    if (!same) fail(`nginx sends other bytes than we do: ${at("ready", n)}`);
    for (const theirs of [live, ready]) {
      if (named(theirs) !== named(packed)) fail(`nginx sends other headers than we do: ${named(theirs)}, not ${named(packed)}`);
    }
  }
}

/** Starts nginx with these pages of a server; `at(way, n)` says where each stands. */
export async function beside(dir, port, addresses) {
  for (const way of ["live", "ready"]) mkdirSync(join(dir, way), { recursive: true });
  const places = [];
  for (const [n, address] of addresses.entries()) places.push(await taken(dir, n, address));
  writeFileSync(join(dir, "nginx.conf"), whole(dir, port, places));
  const options = ["-p", dir, "-c", join(dir, "nginx.conf"), "-e", join(dir, "error.log")];
  const child = start(settings.serverCore, "nginx", options, { log: join(dir, "log") });
  const at = (way, n) => `http://127.0.0.1:${port}/${way}/${n}`;
  if ((await first(at("ready", 0), () => child.exitCode === null)) === undefined) fail(`nginx did not start: see ${dir}/log`);
  await compare(at, places);
  return { child, at };
}
