// The browser's script stops the same tables as the server does: both are held to one list.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { found, listsOf } from "../../web/src/persons/found";

const read = (path: string): string => readFileSync(new URL(`../../crates/${path}`, import.meta.url), "utf8");
const lists = listsOf(read("figures/data/people.txt"), read("norsk/data/given-names.txt"));
const cases = JSON.parse(read("figures/data/people.json")) as { text: string; found: string | null }[];

test("lists of people, and tables that are none", () => {
  for (const one of cases) expect(found(one.text, lists), JSON.stringify(one.text)).toBe(one.found);
});
