// Days as they are written: 2026-11-29.
const DAY = 86_400_000;

export const shifted = (day, days) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

export const between = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY);
