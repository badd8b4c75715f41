// One small Inter: the letters of our four languages (and South and Lule Sámi), one weight axis.
import { readFileSync } from "node:fs";
import subset from "subset-font";

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join("");

const LETTERS = [
  range(0x20, 0x7e),
  "ÆØÅæøåÄÖäöÉéÈèÊêËëÓóÒòÔôÜüÇçÑñÏïÍíÝýÐðÞþÀàÂâÚúßÕõÃãÎîÛûÙùÌìŸÿ",
  "ÁáČčĐđŊŋŠšŦŧŽžŃńǦǧǤǥǨǩŁłĆćŚśŹźŻżĘęĄą",
].join("");

const SIGNS = [
  "«»‹›“”„‘’‚–—…·•‐‑‒―−×÷±≤≥≠≈→←↑↓↗↘°′″§¶©®™€£½¼¾¹²³‰µ†‡¿¡ªº¨´¸¯",
  "\u00a0\u00ad\u2009\u202f\u200b\u2060\u2002\u2003\u0301\u0308\u030c",
].join("");

export const inter = (source) =>
  subset(readFileSync(source), LETTERS + SIGNS, {
    targetFormat: "woff2",
    // 14 is Inter's text cut; one cut for all sizes halves the file.
    variationAxes: { wght: { min: 400, max: 650, default: 400 }, opsz: 14 },
    layoutFeatures: ["kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "tnum", "case", "cv05"],
  });
