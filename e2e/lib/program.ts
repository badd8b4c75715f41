// Where the program under test is.
import { join, resolve } from "node:path";

const TARGET = process.env.CARGO_TARGET_DIR ?? resolve(import.meta.dirname, "../../target");
export const PROGRAM = process.env.PADRIVER_BIN ?? join(TARGET, "debug", "padriver");
