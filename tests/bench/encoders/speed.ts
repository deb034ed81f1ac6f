/**
 * Iterations per second of several encoders on the same graph, in one run: in each round each of them paints a
 * few iterations in turn, so that whatever slows the machine for a while slows all of them.
 */
import type { GraphDocument } from '../../../src/index.ts';
import { median } from '../median.ts';
import type { Studio } from './studio.ts';

/** Not timed. On a GPU two iterations are under way before the first is read, and another's are still in the queue. */
const warmUp = ({ backend }: Studio): number => (backend.name === 'webgpu' ? 3 : 1);

export interface Rounds {
  readonly rounds: number;
  /** Timed in each round. */
  readonly iterations: number;
}

/** @returns by name, the iterations per second of each round. */
export async function speeds(
  studio: Studio,
  documents: ReadonlyMap<string, GraphDocument>,
  { rounds, iterations }: Rounds,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const paintings = [...documents].map(([name, document]) => {
    const events = studio.events(document);
    return { name, events, measured: [] as number[] };
  });
  try {
    for (let round = 0; round < rounds; round++) {
      for (const { events, measured } of paintings) {
        await iterate(events, warmUp(studio));
        const start = performance.now();
        await iterate(events, iterations);
        measured.push((1000 * iterations) / (performance.now() - start));
      }
    }
  } finally {
    for (const { events } of paintings) await events.return();
  }
  return new Map(paintings.map(({ name, measured }) => [name, measured]));
}

/** Pulls `count` more iterations: nothing runs that nobody asks for. */
async function iterate(events: ReturnType<Studio['events']>, count: number): Promise<void> {
  for (let seen = 0; seen < count; ) {
    const next = await events.next();
    if (next.done) throw new Error('The painting ended before it was measured.');
    if (next.value.type === 'iteration') seen += 1;
  }
}

/** How many times as fast as `other`: the median over rounds, in which both had the same machine. */
export const timesAsFast = (one: readonly number[], other: readonly number[]): number =>
  median(one.map((speed, round) => speed / (other[round] ?? Number.NaN)));
