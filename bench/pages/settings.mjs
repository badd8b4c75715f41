// What the bench is told by its surroundings, and the names of the program's own settings that it leans on.
// All that may change its name in the program stands here.

import { availableParallelism } from "node:os";

const given = process.env;
const number = (name, usual) => Number(given[name] ?? usual);

/** The setting that says how much the server keeps of its answers. A program without it keeps none. */
export const KEPT_SETTING = "PADRIVER_PAGE_CACHE";

/** What the metrics call the bytes that it keeps. */
export const KEPT_METRIC = "padriver_page_cache_bytes";

export const settings = {
  sizes: (given.SIZES ?? "plain-200 1000 10000 100000").split(/\s+/).filter(Boolean),
  program: given.PROGRAM ?? `${given.CARGO_TARGET_DIR ?? "target"}/release/padriver`,
  /** A database to fill, else SQLite: for one size only. */
  database: given.DATABASE,
  seed: given.SEED ?? "1",
  day: given.DAY ?? new Date().toISOString().slice(0, 10),
  connections: number("CONNECTIONS", 16),
  /** How long each page is asked for, warm; and cold, when it is not asked for often enough before. */
  seconds: number("SECONDS_EACH", 4),
  /** And at most, when a page is so dear that few answers come. */
  most: number("SECONDS_MOST", 60),
  /** How often each page is asked for, cold. */
  times: number("TIMES", 60),
  /** How long readers are timed while nothing else happens. */
  readSeconds: number("SECONDS_READ", 15),
  /** So many items at most are imported while readers ask: enough that each page is asked for some ten times. */
  moreItems: number("MORE_ITEMS", 5000),
  /** nginx compresses at 1 when it is not told otherwise. */
  gzipLevel: number("GZIP_LEVEL", 1),
  serverCore: number("SERVER_CORE", 0),
  loadCore: number("LOAD_CORE", availableParallelism() > 1 ? 1 : 0),
};
