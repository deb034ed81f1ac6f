/**
 * Computes values through the cache: what is there is not run, what is run is kept where it is worth it
 * (whatever leaves a node: the next edit may go on from it), and small results are looked at before anything
 * is built on them, so that equal numbers stop a recomputation.
 *
 * A generator: whoever drives it may stop between two steps to answer a command (rule R10), and awaits the
 * promises that it gives, which are read-backs of small results.
 */
import type * as tf from '@tensorflow/tfjs-core';
import { type Schedule, schedule } from '../compile/schedule.ts';
import { makeRoom } from '../execute/arenas.ts';
import { runSchedule, StepFailure } from '../execute/run-schedule.ts';
import { isLeaf } from '../ir/op.ts';
import { reachable } from '../ir/reachable.ts';
import { bytes, type Value } from '../ir/value.ts';
import type { ContentCache, Tier } from './content-cache.ts';
import { ContentKeys } from './content-keys.ts';
import { isSmall, numbersKey } from './numbers-key.ts';

/** Give control back; where there is a promise, go on when it is settled. */
export type Pause = Promise<unknown> | undefined;

export interface ComputeOptions {
  readonly cache: ContentCache;
  /** The key of what an optimiser has arrived at, for `outcome` leaves. */
  readonly outcomeKey: (outcome: Value) => string | undefined;
  readonly load: (leaf: Value) => tf.Tensor;
  /** Values worth keeping beside those that are asked for. */
  readonly keep: ReadonlySet<Value>;
  /** The loop that is to paint with what is computed. */
  readonly next?: Schedule;
  /** Told of every op that is run, and how long it took to submit. */
  readonly onRun?: (value: Value, milliseconds: number) => void;
}

export interface Computed {
  /** Keys as they are known now: those of small values by their numbers. */
  readonly keys: ContentKeys;
  /** Frees what was pinned for the caller. */
  readonly release: () => void;
}

/** Makes all of `wanted` be in the cache and stay there until they are released. */
export function* compute(wanted: readonly Value[], options: ComputeOptions): Generator<Pause, Computed> {
  const { cache, keep } = options;
  const held: (() => void)[] = [];
  try {
    const before = keysNow(options);
    const there = (value: Value) => cache.has(before.of(value));
    const absent = wanted.filter(value => !there(value));
    makeRoom(schedule(absent, there), there, options.next);
    // In the order of the program: what a key is made of is known by its numbers before the key is asked for.
    const looking = keysNow(options);
    for (const value of reachable(absent)) {
      if (!keep.has(value) || !isSmall(value.shape) || isLeaf(value.op)) continue;
      if (cache.numbersAt(looking.structural(value)) !== undefined) continue;
      yield* run([value], looking, options, held);
      yield looked(value, looking, cache);
    }
    const keys = keysNow(options);
    yield* run(wanted, keys, options, held);
    return { keys, release: cache.pin(wanted.map(value => keys.of(value))) };
  } finally {
    for (const letGo of held) letGo();
  }
}

const keysNow = ({ cache, outcomeKey }: ComputeOptions) =>
  new ContentKeys({ numbersAt: key => cache.numbersAt(key), outcome: outcomeKey });

/** Reads the numbers of a value that was just computed, and has it kept under their key. */
async function looked(value: Value, keys: ContentKeys, cache: ContentCache): Promise<void> {
  const structural = keys.structural(value);
  const tensor = cache.get(structural);
  if (!tensor) return;
  const numbers = await numbersKey(value.shape, (await tensor.data()) as Float32Array);
  cache.rename(structural, numbers);
  cache.rememberNumbers(structural, numbers);
}

function* run(
  wanted: readonly Value[],
  keys: ContentKeys,
  { cache, keep, load, onRun }: ComputeOptions,
  held: (() => void)[],
): Generator<Pause, void> {
  const there = (value: Value) => cache.has(keys.of(value));
  const absent = wanted.filter(value => !cache.look(keys.of(value)));
  const worth = schedule(absent, there).steps.flatMap(({ value }) =>
    // What would fill the cache by itself is cheaper to make again than to make room for.
    keep.has(value) && 8 * bytes(value.shape) <= cache.budget ? [value] : [],
  );
  const plan = schedule([...absent, ...worth], there);
  for (const needed of plan.needs) {
    const key = keys.of(needed);
    if (isLeaf(needed.op) && !cache.has(key)) {
      const begun = performance.now();
      const tensor = loaded(needed, load);
      cache.put(key, tensor, tierOf(needed), performance.now() - begun);
      held.push(cache.pin([key]));
      yield undefined;
    } else {
      held.push(cache.pin([key]));
    }
  }
  const kept = new Set(plan.results);
  const running = runSchedule(plan, value => {
    const tensor = cache.get(keys.of(value));
    if (!tensor) throw new Error(`${value.op.name} was there and is gone.`);
    return tensor;
  });
  const taken = new Map<Value, number>();
  let sinceKept = 0;
  try {
    for (;;) {
      const begun = performance.now();
      const { done, value: step } = running.next();
      if (done) {
        for (const [value, tensor] of step) {
          const key = keys.of(value);
          cache.put(key, tensor, tierOf(value), taken.get(value) ?? 0);
          held.push(cache.pin([key]));
        }
        return;
      }
      const milliseconds = performance.now() - begun;
      onRun?.(step.value, milliseconds);
      sinceKept += milliseconds;
      if (kept.has(step.value)) {
        taken.set(step.value, sinceKept);
        sinceKept = 0;
      }
      yield undefined;
    }
  } finally {
    // Where the caller does not come back after a pause, what was made so far is freed.
    running.return(new Map());
  }
}

function tierOf({ op }: Value): Tier {
  if (op.name === 'weight') return 'weights';
  return op.name === 'image' ? 'images' : 'computed';
}

/** A leaf that cannot be had fails like a step that cannot be run: with its address. */
function loaded(leaf: Value, load: (leaf: Value) => tf.Tensor): tf.Tensor {
  try {
    return load(leaf);
  } catch (error) {
    throw new StepFailure(leaf, error);
  }
}
