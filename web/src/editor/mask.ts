/** What looks like an identity number, as the server looks for it: masked before anything is kept here. */
const K1 = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const K2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

const PLACE = /(?<!\d)\d{6}[ .\u00a0-]?\d{5}(?!\d)/g;
const digitsOf = (text: string): string => text.replace(/\D/g, "");

/** Those that the server has kept, because whoever writes has said that they are none. */
export type Spared = Set<string>;

/** The digits of what looks like a number of a person. */
export function lookAlikes(text: string): string[] {
  return (text.match(PLACE) ?? []).map(digitsOf).filter(looksLike);
}

export function masked(text: string, spared?: Spared): string {
  return text.replace(PLACE, (found) => {
    const digits = digitsOf(found);
    return looksLike(digits) && !spared?.has(digits) ? found.replace(/\d/g, "•") : found;
  });
}

const sum = (weights: number[], digits: number[]): number =>
  weights.reduce((total, weight, nth) => total + weight * (digits[nth] ?? 0), 0) % 11;

function looksLike(written: string): boolean {
  const digits = [...written].map(Number);
  if (sum(K1, digits) > 3 || sum(K2, digits) !== 0) return false;
  return (digits[0] ?? 0) >= 8 || hasDate(digits);
}

/** The first six digits are a date in one of the disguises that there are. */
function hasDate(digits: number[]): boolean {
  const pair = (at: number) => (digits[at] ?? 0) * 10 + (digits[at + 1] ?? 0);
  let [day, month] = [pair(0), pair(2)];
  if (day >= 41 && day <= 71) day -= 40;
  if (month >= 81 && month <= 92) month -= 80;
  else if (month >= 41 && month <= 52) month -= 40;
  const february = pair(4) % 4 === 0 ? 29 : 28;
  const last = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= last;
}
