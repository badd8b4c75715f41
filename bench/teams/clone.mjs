// One team with one measure becomes many with three each, by copying its rows in the database itself.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Measures of each team. */
export const MEASURES = 3;

/** `url` is that of a PostgreSQL database; without it the SQLite file in the folder is meant. */
export function clone(folder, url, teams) {
  const engine = url ? postgres(url) : sqlite(folder);
  engine.run(script(engine, teams));
}

function sqlite(folder) {
  const name = readdirSync(folder).find((one) => one.endsWith(".db"));
  if (!name) throw new Error(`there is no database in ${folder}`);
  const run = (sql) => execFileSync("sqlite3", ["-bail", join(folder, name)], { input: sql, encoding: "utf8" });
  return {
    run,
    id: "randomblob(16)",
    columns: (table) => run(`SELECT name FROM pragma_table_info('${table}');`).trim().split("\n"),
  };
}

function postgres(url) {
  const run = (sql) => execFileSync("psql", [url, "-qAt", "-v", "ON_ERROR_STOP=1"], { input: sql, encoding: "utf8" });
  const named = (table) => `SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = '${table}' ORDER BY ordinal_position;`;
  return { run, id: "gen_random_uuid()", columns: (table) => run(named(table)).trim().split("\n") };
}

function script(engine, teams) {
  const { id } = engine;
  /** Each row of `from` once for each line of the rest, with some columns said anew. */
  const copy = (table, anew, rest) => {
    const columns = engine.columns(table);
    const values = columns.map((column) => anew[column] ?? `base.${column}`);
    return `INSERT INTO ${table} (${columns.join(", ")}) SELECT ${values.join(", ")} FROM ${table} AS base, ${rest};`;
  };
  const only = (table, column = "id") => `(SELECT ${column} FROM ${table} LIMIT 1)`;
  const ofTeam = "counted JOIN teams ON teams.n = counted.n";
  const isNew = "NOT (counted.n = 0 AND counted.k = 0)";
  return [
    "BEGIN;",
    `CREATE TEMP TABLE series AS WITH RECURSIVE s(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s WHERE n < ${teams - 1}) SELECT n FROM s;`,
    `CREATE TEMP TABLE teams AS SELECT n, CASE n WHEN 0 THEN ${only("work")} ELSE ${id} END AS work_id, CASE n WHEN 0 THEN ${only("work_member", "person_id")} ELSE ${id} END AS person_id FROM series;`,
    `CREATE TEMP TABLE ks AS ${Array.from({ length: MEASURES }, (_, k) => `SELECT ${k} AS k`).join(" UNION ALL ")};`,
    `CREATE TEMP TABLE counted AS SELECT n, k, CASE WHEN n = 0 AND k = 0 THEN ${only("work_measure")} ELSE ${id} END AS measure_id FROM series, ks;`,
    "CREATE INDEX teams_n ON teams (n);",
    // What is copied are the rows of before, and no copies.
    `CREATE TEMP TABLE origin AS SELECT ${only("work")} AS work_id, ${only("work_measure")} AS measure_id, ${only("work_member", "person_id")} AS person_id;`,
    copy("person", { id: "teams.person_id" }, "teams WHERE base.id = (SELECT person_id FROM origin) AND teams.n > 0"),
    copy("work", { id: "teams.work_id", item_id: "NULL", display_id: "NULL" }, "teams WHERE base.id = (SELECT work_id FROM origin) AND teams.n > 0"),
    copy("work_member", { id, work_id: "teams.work_id", person_id: "teams.person_id" }, "teams WHERE base.work_id = (SELECT work_id FROM origin) AND teams.n > 0"),
    copy("work_measure", { id: "counted.measure_id", work_id: "teams.work_id", place: "counted.k + 1" }, `${ofTeam} WHERE base.id = (SELECT measure_id FROM origin) AND ${isNew}`),
    copy("work_definition", { id, measure_id: "counted.measure_id" }, `${ofTeam} WHERE base.measure_id = (SELECT measure_id FROM origin) AND ${isNew}`),
    copy("work_observation", { id, measure_id: "counted.measure_id", person_id: "teams.person_id" }, `${ofTeam} WHERE base.measure_id = (SELECT measure_id FROM origin) AND ${isNew}`),
    "COMMIT;",
    "ANALYZE;",
  ].join("\n");
}
