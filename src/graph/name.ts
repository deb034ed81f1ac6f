/**
 * The names that nodes, ports and slots go by: a letter, then letters, digits, `-` and `_`. Titles are for
 * people and take any script; names stand in files, links, shells (`--set style.weight=3`) and keys, where
 * a dot, a slash or a space would have to be escaped. They begin with a letter because JavaScript sorts
 * keys that look like numbers before all others, which would make order depend on the name.
 */
const namePattern = /^[a-z][a-z0-9_-]{0,63}$/i;

const reserved = new Set(['__proto__', 'prototype', 'constructor']);

/** Keys that reach into JavaScript's own objects; no record of a document has them, and no patch may. */
export const isReserved = (key: string): boolean => reserved.has(key);

export const isName = (text: string): boolean => namePattern.test(text) && !isReserved(text);

/** `wish` if it is free, else `wish-2`, `wish-3`, …; characters that a name cannot have become `-`. */
export function freeName(wish: string, isTaken: (name: string) => boolean): string {
  const cleaned = wish
    .replaceAll(/[^a-z0-9_-]+/gi, '-')
    .replace(/^[^a-z]+/i, '')
    .slice(0, 56);
  const base = cleaned === '' ? 'node' : cleaned;
  let name = base;
  for (let n = 2; isTaken(name) || isReserved(name); n++) name = `${base}-${n}`;
  return name;
}
