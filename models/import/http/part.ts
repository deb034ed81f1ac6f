/** Whether a partial answer is the part that was asked for, by what the server says of it. */
import type { Answer } from './answer.ts';
import { parsePart } from './stated.ts';

export interface Promised {
  /** How many bytes the answer has to hold; nothing where the server hides it. */
  readonly length?: number;
  /** Of the whole file. */
  readonly size?: number | undefined;
}

/**
 * What `answer`, a 206, promises of the bytes from `start` to `end`, both included; nothing where it speaks of
 * other bytes. Only the end of the file may end a part early.
 */
export function promisedPart(
  { headers, hidesHeaders }: Answer,
  [start, end]: readonly [number, number],
): Promised | undefined {
  const header = headers.get('content-range');
  if (header === null) return hidesHeaders ? {} : undefined;
  const part = parsePart(header);
  if (!part || part.start !== start || part.end < start || part.end > end) return undefined;
  const size = part.total ?? (part.end < end ? part.end + 1 : undefined);
  const endsWell = part.end === end ? size === undefined || size > end : size === part.end + 1;
  return endsWell ? { length: part.end - start + 1, size } : undefined;
}
