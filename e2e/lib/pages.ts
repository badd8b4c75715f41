// The fixed list of pages that every check walks through: each template, each state, each language.
export interface Sample {
  name: string;
  path: string;
  /** What it answers with; 200 when left out. */
  status?: number;
  /** A page one gets by sending a form: the fields, and headers if they are not those of a browser. */
  post?: { fields: Record<string, string>; headers?: Record<string, string> };
}

export const PROJECT = "/nb/prosjekter/e2e-rolige-maltider";
export const CONTACT = `${PROJECT}/kontakt`;
/** The project's own address, kept on the server: on no page, in every letter. */
export const TEAM_ADDRESS = "maltider@team.example";
/** A publication that has had three versions. */
export const VERSIONS = "/nb/publikasjoner/e2e-i-tre-utgaver";
export const TIP = `/nb/tips?side=${encodeURIComponent(PROJECT.slice(4))}`;
export const LONG_WORD = "/nb/prosjekter/e2e-langt-ord";

export const samples: Sample[] = [
  { name: "front nb", path: "/nb/" },
  { name: "front nn", path: "/nn/" },
  { name: "front se", path: "/se/" },
  { name: "front en", path: "/en/" },
  { name: "projects", path: "/nb/prosjekter" },
  { name: "projects nn", path: "/nn/prosjekter" },
  { name: "projects page 2", path: "/nb/prosjekter?sorter=tittel&side=2" },
  { name: "projects filtered", path: "/nb/prosjekter?status=completed&status=ongoing&resultat=improved" },
  { name: "projects no hits", path: "/nb/prosjekter?status=planned&resultat=worse&tema=ernaering" },
  { name: "project", path: PROJECT },
  { name: "project in english", path: PROJECT.replace("/nb/", "/en/") },
  { name: "project long word", path: LONG_WORD },
  { name: "project example", path: "/nn/prosjekter/e2e-doemeprosjekt" },
  { name: "contact", path: CONTACT },
  { name: "contact with faults", path: CONTACT, status: 422, post: { fields: { epost: "ikke en adresse" } } },
  { name: "contact sent", path: `${CONTACT}/sendt` },
  { name: "news", path: "/nb/nyheter" },
  { name: "news item", path: "/nb/nyheter/e2e-samling-i-mars" },
  { name: "news archived", path: "/nb/nyheter/e2e-arkivert-nyhet" },
  { name: "publications", path: "/nb/publikasjoner" },
  { name: "publication", path: "/nb/publikasjoner/e2e-rapport" },
  { name: "page", path: "/nb/sider/e2e-om-prosjektarbeid" },
  { name: "charts", path: "/nb/diagrammer" },
  { name: "charts en", path: "/en/diagrammer" },
  { name: "themes", path: "/nb/tema" },
  { name: "centres", path: "/nb/sentre" },
  { name: "search", path: "/nb/sok" },
  { name: "search hits", path: "/nb/sok?q=måltid" },
  { name: "search hits se", path: "/se/sok?q=måltid" },
  { name: "search no hits", path: "/nb/sok?q=xyzzyplugh" },
  { name: "publication as it was", path: `${VERSIONS}?per=2017-01-01` },
  { name: "publication before it was", path: `${VERSIONS}?per=2010-01-01`, status: 404 },
  { name: "versions", path: `${VERSIONS}/versjoner` },
  { name: "version", path: `${VERSIONS}/versjoner/2` },
  { name: "version in english", path: `${VERSIONS.replace("/nb/", "/en/")}/versjoner/3` },
  { name: "projects as they were", path: "/nb/prosjekter?per=2023-01-01" },
  { name: "news with history", path: "/nb/nyheter?arkiv=1" },
  { name: "tip", path: TIP },
  { name: "tip with faults", path: TIP, status: 422, post: { fields: { til: "a@x.example, b@x.example", melding: "www.x.example" } } },
  { name: "tip sent", path: TIP.replace("/tips?", "/tips/sendt?") },
  { name: "following", path: "/nb/folg" },
  { name: "following a search", path: "/nb/folg?side=sok&q=måltid" },
  { name: "no such day", path: "/nb/prosjekter?per=i-fjor", status: 422 },
  { name: "403", path: CONTACT, status: 403, post: { fields: {}, headers: { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" } } },
  { name: "404", path: "/nb/finnes-ikke", status: 404 },
  { name: "410", path: "/nb/prosjekter/e2e-trukket", status: 410 },
  { name: "422", path: "/nb/prosjekter?side=0", status: 422 },
];
