/**
 * What a document can keep: JSON that a file can hold and that comes back the same. A NaN would come back
 * as null, and an endless text would make a file that is refused when it is opened.
 */
import { isReserved } from './name.ts';

const deepest = 32;
const longestText = 100_000;

/** The part of `value` that no file could hold, wrapped so that `undefined` can be told from none. */
export function unstorablePart(value: unknown, depth = 0): { readonly part: unknown } | undefined {
  switch (typeof value) {
    case 'boolean':
      return undefined;
    case 'number':
      return Number.isFinite(value) ? undefined : { part: value };
    case 'string':
      return value.length <= longestText ? undefined : { part: value };
    case 'object':
      break;
    default:
      return { part: String(value) };
  }
  if (value === null) return undefined;
  if (depth >= deepest) return { part: '…' };
  for (const [name, item] of Object.entries(value)) {
    if (isReserved(name)) return { part: name };
    const unfit = unstorablePart(item, depth + 1);
    if (unfit) return unfit;
  }
  return undefined;
}
