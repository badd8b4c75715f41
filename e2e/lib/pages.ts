// The list of pages that every check walks through: each template, each state, each language.
import { execFileSync } from "node:child_process";
import { PROGRAM } from "./program";

/** As each room of the program says it (`src/room/sample.rs`). */
export interface Sample {
  name: string;
  path: string;
  /** What it answers with. */
  status: number;
  /** A page one gets by sending a form. */
  post: { fields: [name: string, value: string][]; from_elsewhere: boolean } | null;
}

export const PROJECT = "/nb/prosjekter/e2e-rolige-maltider";
export const CONTACT = `${PROJECT}/kontakt`;
/** The project's own address, kept on the server: on no page, in every letter. */
export const TEAM_ADDRESS = "maltider@team.example";
/** A publication that has had three versions. */
export const VERSIONS = "/nb/publikasjoner/e2e-i-tre-utgaver";
export const TIP = `/nb/tips?side=${encodeURIComponent(PROJECT.slice(4))}`;
export const LONG_WORD = "/nb/prosjekter/e2e-langt-ord";

export const TOOL = "/nb/verktoy/e2e-sjekkliste";
export const EVENT = "/nb/arrangementer/e2e-nettmote";

export const samples = JSON.parse(execFileSync(PROGRAM, ["sample-pages"], { encoding: "utf8" })) as Sample[];
