/**
 * Pictures on the way, with all that it takes to go on from them: kept on the host, so that they outlive the
 * device. They stand at iterations spaced by a constant ratio, as a painting changes most at its beginning,
 * and within a budget of bytes: when it is full, the one that leaves the smallest gap goes.
 *
 * Going back and painting on differently makes a branch: what came later the first time stays.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { LoopState } from '../execute/loop.ts';
import type { HostTensor } from '../execute/resources.ts';
import type { CheckpointFacts } from './events.ts';
import { type History, historyKey, isMixed, iterationOf } from './history.ts';

export interface Checkpoint {
  readonly id: string;
  readonly history: History;
  /** What the loop carries, by name: `picture`, `m`, `v`, … */
  readonly carried: Readonly<Record<string, HostTensor>>;
  /** The sum of its weighted terms at the last iteration whose loss was read. */
  readonly loss?: number;
}

/** Each checkpoint is so many times as far as the one before. */
const ratio = 1.3;

/** Whether a picture after `iteration` is worth keeping: 1, 2, 3, 4, 5, 7, 9, 11, 14, … and the last. */
export function isMilestone(iteration: number, last: number): boolean {
  if (iteration === last) return true;
  if (iteration < 1) return false;
  const step = Math.floor(Math.log(iteration) / Math.log(ratio));
  return iteration === 1 || Math.floor(Math.log(iteration - 1) / Math.log(ratio)) < step;
}

export const checkpointId = (history: History): string => historyKey(history);

export class Checkpoints {
  readonly #kept = new Map<string, Checkpoint>();
  #budget: number;

  /** @param budget Bytes. The newest one is kept even where it alone is larger. */
  constructor(budget: number) {
    this.#budget = budget;
  }

  get bytes(): number {
    let sum = 0;
    for (const checkpoint of this.#kept.values()) sum += bytesOf(checkpoint);
    return sum;
  }

  /** By iteration. */
  get all(): readonly Checkpoint[] {
    return [...this.#kept.values()].sort((a, b) => iterationOf(a.history) - iterationOf(b.history));
  }

  get(id: string): Checkpoint | undefined {
    return this.#kept.get(id);
  }

  /** The last one, by the time at which it was kept. */
  get newest(): Checkpoint | undefined {
    return [...this.#kept.values()].at(-1);
  }

  keep(checkpoint: Checkpoint): void {
    this.#kept.delete(checkpoint.id);
    this.#kept.set(checkpoint.id, checkpoint);
    while (this.bytes > this.#budget && this.#kept.size > 1) {
      const least = this.#leastMissed(checkpoint);
      if (!least) return;
      this.#kept.delete(least.id);
    }
  }

  clear(): void {
    this.#kept.clear();
  }

  /** The one whose neighbours are the nearest to one another, in ratio: the smallest gap to leave. */
  #leastMissed(spared: Checkpoint): Checkpoint | undefined {
    const { all } = this;
    let least: { readonly checkpoint: Checkpoint; readonly gap: number } | undefined;
    for (const [at, checkpoint] of all.entries()) {
      if (checkpoint === spared) continue;
      const before = iterationOf(all[at - 1]?.history ?? checkpoint.history);
      const after = iterationOf((all[at + 1] ?? checkpoint).history);
      const gap = (after + 1) / (before + 1);
      if (!least || gap < least.gap) least = { checkpoint, gap };
    }
    return least?.checkpoint;
  }
}

export const bytesOf = ({ carried }: Checkpoint): number =>
  Object.values(carried).reduce((sum, { data }) => sum + data.byteLength, 0);

export const factsOf = ({ id, history, loss }: Checkpoint): CheckpointFacts => ({
  id,
  iteration: iterationOf(history),
  mixed: isMixed(history),
  ...(loss !== undefined && { loss }),
});

/** A checkpoint on the device, its tensors owned by the caller. */
export function stateOf({ carried, history }: Checkpoint): {
  readonly state: LoopState;
  readonly history: History;
} {
  const tensors = Object.entries(carried).map(
    ([name, { data, shape }]) => [name, tf.tensor(data, [...shape], 'float32')] as const,
  );
  return { state: { iteration: iterationOf(history), carried: Object.fromEntries(tensors) }, history };
}
