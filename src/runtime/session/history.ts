/**
 * What led to a picture: what was painted, from what start, with which live numbers, for how many iterations.
 * As long as nothing was edited on the way there is one segment, and the document alone repeats the picture
 * (rule R9). Edited while it ran, the history is mixed; its key still says exactly what happened.
 */
import { canonical } from '../ir/canonical.ts';
import { digest, type Key } from '../ir/key.ts';

/** A stretch of iterations under the same program and the same live numbers. */
export interface Segment {
  /** Of what the loop computes. */
  readonly program: Key;
  /** Every number that the loop was fed, by name. */
  readonly live: Readonly<Record<string, number>>;
  /** How many iterations were done when it ended. */
  readonly until: number;
  /** Of the picture; where it is not said, as it was from the beginning. */
  readonly size?: string;
}

export interface History {
  /** Of what the picture started from. */
  readonly start: Key;
  readonly segments: readonly Segment[];
}

export const iterationOf = ({ segments }: History): number => segments.at(-1)?.until ?? 0;

/** The program of iterations that only some terms of the loss have moved, at somebody's wish: of no document. */
export const aloneIn = (program: Key): Key => `${program} alone`;

const isAlone = ({ program }: Segment): boolean => program.endsWith(' alone');

/**
 * Whether the picture was edited while it was painted: the document does not say all that led to it. That it grows
 * from scale to scale is no edit.
 */
export const isMixed = ({ segments }: History): boolean =>
  segments.some((segment, at) => isAlone(segment) || (at > 0 && !hasGrown(segments[at - 1], segment)));

/** How many iterations were done when the picture came to its present size, or its rule was begun anew. */
export function sinceOf({ segments }: History): number {
  const at = segments.findLastIndex(
    (segment, index) => isAlone(segment) || hasGrown(segments[index - 1], segment),
  );
  return segments[at - 1]?.until ?? 0;
}

const hasGrown = (before: Segment | undefined, { size }: Segment): boolean =>
  before?.size !== undefined && size !== undefined && before.size !== size;

/** The history after one more iteration. */
export function continued(
  { start, segments }: History,
  { program, live, size }: Omit<Segment, 'until'>,
): History {
  const last = segments.at(-1);
  const until = (last?.until ?? 0) + 1;
  if (last && last.program === program && sameNumbers(last.live, live)) {
    return { start, segments: [...segments.slice(0, -1), { ...last, until }] };
  }
  return { start, segments: [...segments, { program, live, until, ...(size !== undefined && { size }) }] };
}

export const historyKey = ({ start, segments }: History): Key =>
  digest(
    canonical({
      start,
      segments: segments.map(({ program, live, until }) => ({ program, live, until })),
    }),
  );

/** Whether a loop was fed the same. */
export function sameNumbers(one: Segment['live'], other: Segment['live']): boolean {
  if (one === other) return true;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every(name => Object.is(one[name], other[name]));
}
