// The pages that are measured: of each, the address that is asked for again and again when it is warm,
// and others that are as dear to make, for cold.
import { text } from "./ask.mjs";
import { shifted } from "./days.mjs";
import { registers } from "./registers.mjs";

const MOST = 200;

/** Every public item's address in its own language, from the first part of the map. */
async function items(address) {
  const map = (await text(`${address}/sitemap/innhold-1.xml`)) ?? "";
  return [...map.matchAll(/<loc>https?:\/\/[^/]+(\/[^<]*)<\/loc>/g)].map(([, path]) => path);
}

const numbers = (count) => Array.from({ length: count }, (_, n) => n + 1);

/** Some of a list, spread evenly over it. */
const spread = (list) => list.filter((_, n) => n % Math.ceil(list.length / MOST) === 0);

const searches = [
  "lys søvn fall",
  "demens måltid natt",
  "ernæring vekta samtale",
  "fastlegen legemidler fall",
  "smerte rutine pleie",
  "pårørende besøk team",
  "natt runde alarm",
  "munnstell plan måling",
];
const words = searches.map((words) => encodeURIComponent(words).replaceAll("%20", "+"));

export async function pages(address, count, day) {
  const { themes, counties, centres } = registers();
  const all = await items(address);
  const projects = all.filter((path) => path.startsWith("/nb/prosjekter/"));
  const sheets = numbers(Math.max(1, Math.floor((count * 0.3) / 20))).map((n) => (n === 1 ? "" : `side=${n}`));
  const days = numbers(MOST).map((n) => shifted(day, -400 - n * 17));
  const list = "/nb/prosjekter";
  const langs = ["nb", "nn", "en", "se"];
  const facets = counties.flatMap((county) => themes.map((theme) => `${list}?tema=${theme}&fylke=${county}`));
  const parts = numbers(Math.ceil(count / 5000)).map((n) => `/sitemap/innhold-${n}.xml`);
  return [
    { name: "item", paths: projects },
    { name: "front", paths: langs.map((lang) => `/${lang}/`) },
    { name: "list", paths: sheets.map((sheet) => (sheet ? `${list}?${sheet}` : list)) },
    { name: "list, two facets", paths: [`${list}?tema=fall&fylke=11`, ...facets] },
    { name: "list by title", paths: sheets.map((sheet) => `${list}?sorter=tittel${sheet && `&${sheet}`}`) },
    { name: "theme", paths: ["fall", ...themes].map((theme) => `/nb/tema/${theme}`) },
    { name: "county", paths: counties.map((county) => `/nb/fylker/${county}`) },
    { name: "centre", paths: ["usht-finnmark", ...centres].map((centre) => `/nb/sentre/${centre}`) },
    { name: "search, three words", paths: words.map((words) => `/nb/sok?q=${words}`) },
    { name: "suggestions «f»", paths: [..."fsmdnlptkbvoe"].map((letter) => `/nb/sok/forslag.json?q=${letter}`) },
    { name: "feed of everything", paths: langs.map((lang) => `/${lang}/alt.atom`) },
    { name: "sitemap, a part", paths: parts },
    { name: "front, another day", paths: days.map((day) => `/nb/?per=${day}`) },
    { name: "list, another day", paths: days.map((day) => `${list}?per=${day}`) },
    { name: "search, another day", paths: days.map((day, n) => `/nb/sok?q=${words[n % words.length]}&per=${day}`) },
  ].map(({ name, paths }) => ({ name, paths: spread([...new Set(paths)]) }));
}
