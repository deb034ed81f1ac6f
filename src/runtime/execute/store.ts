/**
 * The owner of everything that is computed once: tensors by content key. Two nodes, two optimisers or two
 * runs that ask for the same content find the same tensor (rules R1 and R2).
 */
import type * as tf from '@tensorflow/tfjs-core';
import { type Schedule, schedule } from '../compile/schedule.ts';
import { type Key, keyOf } from '../ir/key.ts';
import { isLeaf } from '../ir/op.ts';
import type { Value } from '../ir/value.ts';
import { makeRoom } from './arenas.ts';
import type { TensorSource } from './loop.ts';
import { runSchedule, StepFailure } from './run-schedule.ts';

export class TensorStore implements TensorSource {
  readonly #tensors = new Map<Key, tf.Tensor>();
  /** Ops that were run because their result was not there. */
  computed = 0;

  has(value: Value): boolean {
    return this.#tensors.has(keyOf(value));
  }

  /** @throws Error where the value is not held: {@link prepare} it first. */
  get(value: Value): tf.Tensor {
    const tensor = this.#tensors.get(keyOf(value));
    if (!tensor) throw new Error(`${value.op.name} was not prepared.`);
    return tensor;
  }

  /** Hands a tensor over to the store. */
  put(value: Value, tensor: tf.Tensor): void {
    const key = keyOf(value);
    this.#tensors.get(key)?.dispose();
    this.#tensors.set(key, tensor);
  }

  /** What would have to run for `values` to be held. */
  missing(values: readonly Value[]): Schedule {
    return schedule(
      values.filter(value => !this.has(value)),
      value => this.has(value),
    );
  }

  /**
   * Computes what is missing of `values`, loading leaves through `load`. Gives each step, so that the
   * caller may pause between them.
   *
   * @param next The loop that paints with them.
   */
  *prepare(
    values: readonly Value[],
    load: (leaf: Value) => tf.Tensor,
    next?: Schedule,
  ): Generator<Value, void> {
    const plan = this.missing(values);
    makeRoom(plan, value => this.has(value), next);
    for (const leaf of plan.needs) if (isLeaf(leaf.op) && !this.has(leaf)) this.put(leaf, loaded(leaf, load));
    const running = runSchedule(plan, value => this.get(value));
    try {
      for (;;) {
        const { done, value } = running.next();
        if (done) {
          for (const [result, tensor] of value) {
            if (this.has(result)) tensor.dispose();
            else this.put(result, tensor);
          }
          return;
        }
        this.computed += 1;
        yield value.value;
      }
    } finally {
      // Where the caller does not come back after a pause, what was made so far is freed.
      running.return(new Map());
    }
  }

  /** Frees what it holds of `values`. */
  drop(values: Iterable<Value>): void {
    for (const key of [...values].map(keyOf)) {
      this.#tensors.get(key)?.dispose();
      this.#tensors.delete(key);
    }
  }

  /** Frees everything but `values`. */
  retain(values: Iterable<Value>): void {
    const kept = new Set([...values].map(keyOf));
    for (const [key, tensor] of this.#tensors) {
      if (kept.has(key)) continue;
      tensor.dispose();
      this.#tensors.delete(key);
    }
  }

  dispose(): void {
    this.retain([]);
  }
}

/** A leaf that cannot be had fails like a step that cannot be run: with its address. */
function loaded(leaf: Value, load: (leaf: Value) => tf.Tensor): tf.Tensor {
  try {
    return load(leaf);
  } catch (error) {
    throw new StepFailure(leaf, error);
  }
}
