/**
 * Arenas while schedules run, on a backend whose allocator is worth helping. Tensors freed in another order than
 * they were made leave gaps that nothing fits; a schedule knows beforehand who lives how long, so it can lay out
 * its tensors in one stretch of memory that holds hardly more than what is alive at once.
 */
import * as tf from '@tensorflow/tfjs-core';
import { type Arena, arenaOf, withGaps } from '../compile/arena/arena.ts';
import type { Schedule } from '../compile/schedule.ts';
import { isLeaf } from '../ir/op.ts';
import { bytes, type Value } from '../ir/value.ts';

/** The arena of a schedule that runs. */
export interface Lease {
  /** Runs step number `at`: the tensors that it makes go to their places, and so does its result. */
  inStep(at: number, run: () => tf.Tensor): tf.Tensor;
  /** The schedule is done, or given up. What still lies in the arena stays until it is freed. */
  end(): void;
}

export interface Arenas {
  /** @returns Nothing where it is not worth it, or there is no room; then the allocator finds the places. */
  lease(arena: Arena): Lease | undefined;
  /** Memory grows once, for an arena of so many bytes and so many more for what is kept beside it. */
  reserve(arenaBytes: number, besideBytes: number): void;
}

const ofBackends = new WeakMap<object, Arenas>();

export function provideArenas(backend: tf.KernelBackend, arenas: Arenas): void {
  ofBackends.set(backend, arenas);
}

/** Those of the backend that is open, where it has any. */
export const arenasNow = (): Arenas | undefined => ofBackends.get(tf.backend());

/**
 * To be called before `missing` runs, which computes what `next`, a loop, then paints with: both will use the same
 * arena, and what is loaded and kept lies beside it. A heap that grew bit by bit would have holes, for it cannot
 * move what is in it.
 */
export function makeRoom(missing: Schedule, has: (value: Value) => boolean, next?: Schedule): void {
  const arenas = arenasNow();
  if (!arenas) return;
  const kept = [
    ...missing.needs.filter(value => isLeaf(value.op) && !has(value)),
    ...missing.results.filter(value => !isLeaf(value.op)),
  ];
  // An iteration makes anew what the loop carries, while that is still there.
  const painting = next
    ? 2 * total(next.results) + total(kept.filter(value => next.needs.includes(value)))
    : 0;
  const arena = Math.max(arenaOf(missing).bytes, next ? arenaOf(next).bytes : 0);
  arenas.reserve(arena, withGaps(Math.max(total(kept), painting)));
}

const total = (values: readonly Value[]): number => values.reduce((sum, { shape }) => sum + bytes(shape), 0);
