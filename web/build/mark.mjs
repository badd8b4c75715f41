// The mark: a run chart whose newest point is the ring of the «å». Drawn once, as SVG and as pixels.
import { deflateSync } from "node:zlib";

const LINE = [[3, 33], [13, 24], [20, 28], [28, 15]];
const RING = { x: 32.5, y: 8.5, r: 4.6 };
const STROKE = 3.4;
const GREEN = "#0F5C4D";
const CLAY = "#C2542D";
const PAPER = "#ffffff";
const PEACH = "#f2b79f";

const d = `M${LINE.map((p) => p.join(" ")).join("L")}`;
const drawing = (line, ring) =>
  `<path d="${d}" fill="none" stroke="${line}" stroke-width="${STROKE}" stroke-linecap="round" stroke-linejoin="round"/>` +
  `<circle cx="${RING.x}" cy="${RING.y}" r="${RING.r}" fill="none" stroke="${ring}" stroke-width="${STROKE}"/>`;

export const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${drawing(GREEN, CLAY)}</svg>\n`;

export const favicon =
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="8" fill="${GREEN}"/>` +
  `<g transform="translate(5.5 5.5) scale(.72)">${drawing(PAPER, PEACH)}</g></svg>\n`;

const rgb = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

function toSegment(x, y, [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** The mark on green, drawn by distance so that no image library is needed. */
export function png(size) {
  const scale = (size / 40) * 0.72;
  const shift = size * 0.1375;
  const rows = [];
  for (let py = 0; py < size; py++) {
    const row = Buffer.alloc(1 + size * 3);
    for (let px = 0; px < size; px++) {
      const x = (px + 0.5 - shift) / scale;
      const y = (py + 0.5 - shift) / scale;
      const line = Math.min(...LINE.slice(1).map((to, i) => toSegment(x, y, LINE[i], to)));
      const ring = Math.abs(Math.hypot(x - RING.x, y - RING.y) - RING.r);
      let colour = rgb(GREEN);
      for (const [distance, ink] of [[line, PAPER], [ring, PEACH]]) {
        const cover = Math.max(0, Math.min(1, (STROKE / 2 - distance) * scale + 0.5));
        colour = colour.map((c, i) => c + (rgb(ink)[i] - c) * cover);
      }
      colour.forEach((c, i) => { row[1 + px * 3 + i] = Math.round(c); });
    }
    rows.push(row);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, "ascii"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

function crc(bytes) {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

/** An .ico may hold a PNG; every browser that asks for one reads it. */
export function ico(size) {
  const image = png(size);
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.set([size, size, 0, 0, 1, 0, 24, 0], 6);
  head.writeUInt32LE(image.length, 14);
  head.writeUInt32LE(22, 18);
  return Buffer.concat([head, image]);
}
