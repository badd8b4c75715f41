// The editor's script finds the same numbers in a text as the server does: both are held to one list.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { lookAlikes, masked } from "../../web/src/editor/mask";

interface Group { about: string; cases: [string, string[]][] }

const groups = JSON.parse(readFileSync(new URL("../../crates/norsk/data/identity.json", import.meta.url), "utf8")) as Group[];

for (const { about, cases } of groups) {
  test(`numbers in a text: ${about}`, () => {
    for (const [text, numbers] of cases) {
      expect(lookAlikes(text), JSON.stringify(text)).toEqual(numbers);
      const kept = masked(text);
      expect(lookAlikes(kept), JSON.stringify(text)).toEqual([]);
      expect(kept === text, JSON.stringify(text)).toBe(numbers.length === 0);
    }
  });
}

test("a number that is said to be none stays, however it is written, and another does not", () => {
  const spared = new Set(["30908299902"]);
  expect(masked("309082 99902, 30908299902 og 03851598730", spared)).toBe("309082 99902, 30908299902 og •••••••••••");
});
