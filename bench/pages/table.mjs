// Figures as people read them.
import { settings } from "./settings.mjs";

const number = (value, digits) => (value === undefined || Number.isNaN(value) ? "–" : value.toFixed(digits));

/** Three figures that say something, whatever the size. */
export const figure = (value) => number(value, value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3);

const each = (measured) => (measured?.count ? measured.cpu / measured.count : undefined);

/** With few answers, what was spent on those that nobody waited for any longer is too much of the sum. */
const told = (measured) => (measured?.count >= 5 * settings.connections ? each(measured) : undefined);

function busy(measured) {
  const rate = measured?.rate >= 100 ? number(measured.rate, 0) : figure(measured?.rate);
  return [figure(told(measured)), rate, figure(measured?.p50), figure(measured?.p99)];
}

const GROUPS = [["", 1], ["bytes", 1], ["warm", 4], ["cold", 3], ["nginx, gzip", 4], ["nginx, gzip_static", 4]];
const BUSY = ["CPU", "req/s", "p50", "p99"];
const HEADS = ["page", "sent", ...BUSY, "CPU", "p50", "p99", ...BUSY, ...BUSY];
const WIDTHS = [20, ...Array(HEADS.length - 1).fill(8)];

const line = (cells) => cells.map((cell, n) => (n ? String(cell).padStart(WIDTHS[n]) : cell.padEnd(WIDTHS[n]))).join("");

export function heading() {
  let at = 0;
  const groups = GROUPS.map(([name, count]) => {
    const width = WIDTHS.slice(at, (at += count)).reduce((sum, width) => sum + width, 0);
    return count === 1 ? name.padStart(width) : `  ${name} `.padEnd(width, "·");
  });
  return `${groups.join("")}\n${line(HEADS)}`;
}

export function row({ name, warm, cold, live, ready }) {
  const alone = [figure(each(cold)), figure(cold?.p50), figure(cold?.p99)];
  return line([name, number(warm?.bytes, 0), ...busy(warm), ...alone, ...busy(live), ...busy(ready)]);
}

/** What was not answered as it should be: its figures are not to be trusted. */
export const wrongs = (rows) =>
  rows.flatMap((row) => [row.warm, row.cold, row.live, row.ready]).flatMap((measured) => measured?.wrong ?? []);
