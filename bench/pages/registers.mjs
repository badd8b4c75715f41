// What the program knows from the start, read from its own data: themes, places and centres of now.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const data = join(import.meta.dirname, "../../data");

/** Rows of a table by its headings. Cells may stand in quotes, with commas in them. */
function table(file) {
  const [heads, ...rows] = readFileSync(join(data, file), "utf8").trim().split(/\r?\n/).map(cells);
  return rows.map((row) => Object.fromEntries(heads.map((head, n) => [head, row[n] ?? ""])));
}

function cells(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare,
  );
}

const holds = (row) => row.validTo === "";

export function registers() {
  const places = table("places/kommune_131_versions_1838_2024.csv").filter(holds);
  const counties = table("places/fylke_104_versions_1999_2024.csv").filter(holds);
  const centres = table("centres/statements.csv");
  return {
    themes: table("themes.csv").map((row) => row.slug),
    counties: counties.map((row) => row.code).filter((code) => code < "90"),
    municipalities: places
      .map((row) => ({ code: row.code, name: row.label.split(" - ")[0] }))
      .filter((row) => !row.code.startsWith("99") && row.code.length === 4),
    centres: centres
      .filter((row) => row.register === "centre" && row.what === "exists" && row.to === "")
      .map((row) => row.subject),
  };
}
