/** Numbers in even steps, `lin(0,1,5)`, or by even factors, `log(1,1000,4)`. */

export const mostInRange = 1000;

const written = /^(lin|log)\(([^(),]+),([^(),]+),([^(),]+)\)$/;

/** Whether `text` is meant as a range, rightly written or not. */
export const looksLikeRange = (text: string): boolean => /^(lin|log)\s*\(/.test(text);

/** The numbers of a range, its ends included; nothing where it is not written rightly. */
export function readRange(text: string): number[] | undefined {
  const [, kind, ...parts] = written.exec(text.replace(/\s/g, '')) ?? [];
  const [from = Number.NaN, to = Number.NaN, count = Number.NaN] = parts.map(Number);
  if (![from, to].every(Number.isFinite) || !Number.isInteger(count)) return undefined;
  if (count < 2 || count > mostInRange) return undefined;
  if (kind === 'log' && (from <= 0 || to <= 0)) return undefined;
  return Array.from({ length: count }, (_, at) => {
    const share = at / (count - 1);
    return legible(kind === 'log' ? from * (to / from) ** share : from + (to - from) * share);
  });
}

/** Six digits: what is painted is what the label says, and 10 is not 9.999999999999998. */
const legible = (value: number): number => Number(value.toPrecision(6));
