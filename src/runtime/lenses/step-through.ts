import * as tf from '@tensorflow/tfjs-core';
import type { Pause } from '../cache/compute.ts';
import { schedule } from '../compile/schedule.ts';
import { runSchedule } from '../execute/run-schedule.ts';
import type { Value } from '../ir/value.ts';
import type { LensPainting } from './lens-painting.ts';

/**
 * Computes `wanted` from what a painting has at hand, giving control back between two steps.
 *
 * @param fed Live scalars, handed over.
 * @returns Their tensors, in their order, owned by the caller.
 */
export function* stepThrough(
  wanted: readonly Value[],
  painting: LensPainting,
  fed: ReadonlyMap<Value, tf.Tensor> = new Map(),
): Generator<Pause, readonly tf.Tensor[]> {
  const plan = schedule(wanted, value => painting.has(value));
  const running = runSchedule(plan, value => fed.get(value) ?? painting.get(value));
  try {
    for (;;) {
      const { done, value } = running.next();
      if (done) return ownersOf(wanted, value);
      yield undefined;
    }
  } finally {
    // Where nobody comes back after a pause, what was made so far is freed.
    running.return(new Map());
    for (const scalar of fed.values()) scalar.dispose();
  }
}

/** What is wanted twice is there once, and has an owner for each. */
function ownersOf(wanted: readonly Value[], made: ReadonlyMap<Value, tf.Tensor>): readonly tf.Tensor[] {
  return wanted.map((value, at) => {
    const tensor = made.get(value);
    if (!tensor) throw new Error('What a lens has computed is not there.');
    return wanted.indexOf(value) < at ? tf.clone(tensor) : tensor;
  });
}
