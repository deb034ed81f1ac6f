/**
 * Runs a schedule step by step. A generator, so that whoever drives it may stop between two steps to answer
 * a command (rule R10); a failure carries the value at which it happened, so that it has an address among
 * the nodes (rule R8), and frees what the schedule had made (rule R5).
 */
import * as tf from '@tensorflow/tfjs-core';
import { arenaOf } from '../compile/arena/arena.ts';
import type { Schedule } from '../compile/schedule.ts';
import { sameShape } from '../ir/constant.ts';
import { isLeaf } from '../ir/op.ts';
import type { Value } from '../ir/value.ts';
import { arenasNow } from './arenas.ts';
import { submitter } from './submit.ts';

/** What went wrong while `value` was computed. */
export class StepFailure extends Error {
  readonly value: Value;

  constructor(value: Value, cause: unknown) {
    super(`${value.op.name} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'StepFailure';
    this.value = value;
  }
}

export type TensorOf = (value: Value) => tf.Tensor;

/**
 * Runs all steps, giving each value as it is computed.
 *
 * @param given The tensors of what the schedule needs; they stay with whoever gave them.
 * @returns The tensors of the schedule's results, owned by the caller. A result that was given is a clone.
 */
export function* runSchedule(
  running: Schedule,
  given: TensorOf,
): Generator<{ readonly value: Value; readonly tensor: tf.Tensor }, Map<Value, tf.Tensor>> {
  const { steps, results } = running;
  const lease = arenasNow()?.lease(arenaOf(running));
  const made = new Map<Value, tf.Tensor>();
  const tensorOf = (value: Value): tf.Tensor => made.get(value) ?? given(value);
  let finished = false;
  const submitted = submitter(running);
  try {
    for (const [at, { value, free }] of steps.entries()) {
      const run = () => runOp(value, tensorOf);
      const tensor = lease ? lease.inStep(at, run) : run();
      made.set(value, tensor);
      submitted?.(value);
      yield { value, tensor };
      for (const freed of free) {
        made.get(freed)?.dispose();
        made.delete(freed);
      }
    }
    const outcome = new Map(results.map(value => [value, made.get(value) ?? tf.clone(given(value))]));
    finished = true;
    return outcome;
  } finally {
    if (!finished) for (const tensor of made.values()) tensor.dispose();
    lease?.end();
  }
}

/** Runs a schedule to its end without pausing. */
export function runAtOnce(schedule: Schedule, given: TensorOf): Map<Value, tf.Tensor> {
  const running = runSchedule(schedule, given);
  for (;;) {
    const { done, value } = running.next();
    if (done) return value;
  }
}

function runOp(value: Value, tensorOf: TensorOf): tf.Tensor {
  const { op, inputs, attributes, shape } = value;
  if (isLeaf(op)) throw new Error(`The leaf ${op.name} was not given.`);
  try {
    return tf.tidy(() => {
      const tensors: Record<string, tf.Tensor> = {};
      for (const name in inputs) {
        const input = inputs[name];
        if (input) tensors[name] = tensorOf(input);
      }
      const result = op.run(tensors, attributes, shape);
      if (!sameShape(result.shape, shape)) {
        throw new Error(`${op.name} gave [${result.shape}] where [${shape}] was planned.`);
      }
      // An op may hand its input back (a clamp that clamps nothing): the result needs an owner of its own.
      let isGiven = false;
      for (const name in tensors) isGiven ||= tensors[name] === result;
      return isGiven ? tf.clone(result) : result;
    });
  } catch (error) {
    throw new StepFailure(value, error);
  }
}
