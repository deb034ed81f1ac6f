/**
 * Places in one stretch of memory, an *arena*, for what is alive at known times: whatever is alive at once lies
 * apart, and what is not may share a place. The largest is placed first, each in the smallest gap that takes it
 * (Pisarchyk and Lee 2020, “Efficient memory management for deep neural net inference”, greedy by size).
 */

/** Bytes that are needed from one step to another, both of them included. */
export interface Span {
  readonly bytes: number;
  readonly first: number;
  readonly last: number;
}

export interface Layout {
  /** For each span its place, in bytes from the beginning of the arena; a multiple of {@link alignment}. */
  readonly places: readonly number[];
  /** Of the whole arena. */
  readonly bytes: number;
}

/** A line of the processor's cache. */
export const alignment = 64;

export const aligned = (bytes: number): number => Math.ceil(bytes / alignment) * alignment;

interface Placed extends Span {
  readonly place: number;
}

export function layOut(spans: readonly Span[]): Layout {
  const places: number[] = Array(spans.length).fill(0);
  const order = spans.map(({ bytes, first, last }, at) => ({ at, bytes: aligned(bytes), first, last }));
  order.sort((a, b) => b.bytes - a.bytes || a.first - b.first);
  /** By place. */
  const placed: Placed[] = [];
  let end = 0;
  for (const { at, bytes, first, last } of order) {
    const place = smallestGap(placed, bytes, first, last);
    places[at] = place;
    end = Math.max(end, place + bytes);
    placed.splice(firstBehind(placed, place), 0, { bytes, first, last, place });
  }
  return { places, bytes: end };
}

/** Between those that are alive at the same time; behind all of them where no gap is large enough. */
function smallestGap(placed: readonly Placed[], bytes: number, first: number, last: number): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const other of placed) {
    if (other.last < first || last < other.first) continue;
    const gap = other.place - end;
    if (gap >= bytes && gap < least) {
      best = end;
      least = gap;
    }
    end = Math.max(end, other.place + other.bytes);
  }
  return best < 0 ? end : best;
}

/** Index of the first that lies behind `place`. */
function firstBehind(placed: readonly Placed[], place: number): number {
  let [low, high] = [0, placed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placed[middle]?.place ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The most bytes that are alive at one step: no arena can be smaller. */
export function mostAlive(spans: readonly Span[]): number {
  const changes = new Map<number, number>();
  const change = (at: number, by: number) => changes.set(at, (changes.get(at) ?? 0) + by);
  for (const { bytes, first, last } of spans) {
    change(first, aligned(bytes));
    change(last + 1, -aligned(bytes));
  }
  let [alive, most] = [0, 0];
  for (const [, by] of [...changes].toSorted(([a], [b]) => a - b)) {
    alive += by;
    most = Math.max(most, alive);
  }
  return most;
}
