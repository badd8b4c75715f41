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

export const TOOL = "/nb/verktoy/e2e-sjekkliste";
export const EVENT = "/nb/arrangementer/e2e-nettmote";

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
  { name: "publication whole", path: "/nb/publikasjoner/e2e-rapport?vis=hele" },
  { name: "publication chapter", path: "/nb/publikasjoner/e2e-veileder/metode" },
  { name: "publication with chapters", path: "/nb/publikasjoner/e2e-veileder" },
  { name: "tools", path: "/nb/verktoy" },
  { name: "tool", path: TOOL },
  { name: "tool in english", path: TOOL.replace("/nb/", "/en/") },
  { name: "start", path: `${TOOL}/kom-i-gang` },
  { name: "start untold", path: "/nn/opplaeringspakker/e2e-pakke/kom-i-gang" },
  { name: "packages", path: "/nn/opplaeringspakker" },
  { name: "package", path: "/nn/opplaeringspakker/e2e-pakke" },
  { name: "events", path: "/nb/arrangementer" },
  { name: "events past", path: "/nb/arrangementer?tid=tidligere" },
  { name: "event", path: EVENT },
  { name: "theme", path: "/nb/tema/ernaering" },
  { name: "theme empty", path: "/nb/tema/munnhelse" },
  { name: "page", path: "/nb/sider/e2e-om-prosjektarbeid" },
  { name: "charts", path: "/nb/diagrammer" },
  { name: "charts en", path: "/en/diagrammer" },
  { name: "print view", path: "/nb/publikasjoner/e2e-rapport/utskrift" },
  { name: "print view of a project", path: `${PROJECT.replace("/nb/", "/en/")}/utskrift` },
  { name: "print view with nothing ticked", path: `${PROJECT}/utskrift?valg=1`, status: 422 },
  { name: "booklet", path: "/nb/hefte?fra=prosjekter" },
  { name: "where to begin a booklet", path: "/nb/hefte" },
  { name: "the front page of another day", path: "/nb/?per=2020-06-01" },
  { name: "a theme of another day", path: "/nb/tema/fall?per=2022-06-01" },
  { name: "a search of another day", path: "/nb/sok?q=fall&per=2022-06-01" },
  { name: "booklet with faults", path: "/nn/hefte", status: 422, post: { fields: { adresse: "?fra=prosjekter", tittel: "" } } },
  { name: "themes", path: "/nb/tema" },
  { name: "centres", path: "/nb/sentre" },
  { name: "centres map", path: "/nb/sentre?visning=kart" },
  { name: "centres map 2012", path: "/nn/sentre?visning=kart&per=2012-06-01" },
  { name: "centres map by county", path: "/nb/sentre?visning=kart&farge=fylke&per=1990" },
  { name: "centres timeline", path: "/nb/sentre?visning=tidslinje&per=2017" },
  { name: "centres day with fault", path: "/nb/sentre?visning=kart&per=i+fjor", status: 422 },
  { name: "county map", path: "/nb/fylker/46" },
  { name: "municipality then", path: "/nb/kommuner/0219?per=2012" },
  { name: "centres nn 2008", path: "/nn/sentre?per=2008-10-01" },
  { name: "centres no day", path: "/nb/sentre?per=i-morgen", status: 422 },
  { name: "centre", path: "/nb/sentre/usht-hedmark" },
  { name: "centre before en", path: "/en/sentre/undervisningshjemmetjeneste-oppland" },
  { name: "centre two sources", path: "/nb/sentre/usht-nordland" },
  { name: "centre contact", path: "/nb/sentre/usht-hedmark/kontakt" },
  { name: "centre without municipalities en", path: "/en/sentre/usht-helse-fonna" },
  { name: "centres 2011 in doubt", path: "/nb/sentre?per=1.6.2011" },
  { name: "municipalities", path: "/nb/kommuner" },
  { name: "municipality maybe", path: "/nb/kommuner/1106" },
  { name: "counties", path: "/nb/fylker" },
  { name: "county", path: "/nb/fylker/34" },
  { name: "county before se", path: "/se/fylker/54" },
  { name: "municipality", path: "/nb/kommuner/3118" },
  { name: "municipality before", path: "/nn/kommuner/0219" },
  { name: "search", path: "/nb/sok" },
  { name: "search hits", path: "/nb/sok?q=måltid" },
  { name: "search hits se", path: "/se/sok?q=måltid" },
  { name: "search no hits", path: "/nb/sok?q=xyzzyplugh" },
  { name: "search no hits, narrowed", path: "/nb/sok?q=måltid&fylke=03&type=news" },
  { name: "search misspelt", path: "/nb/sok?q=måltiid" },
  { name: "search misspelt, as typed", path: "/nn/sok?q=måltiid&ordrett=1" },
  { name: "search for what did not work", path: "/nb/sok?resultat=virket-ikke" },
  { name: "suggestions", path: "/nb/sok/forslag?q=m" },
  { name: "suggestions none", path: "/en/sok/forslag?q=xyzzyplugh" },
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
