/** Failures get their address among the nodes here (rule R8): whose value it was at which something went wrong. */
import type * as tf from '@tensorflow/tfjs-core';
import type { NodeId } from '../../graph/document.ts';
import type { Problem } from '../../graph/problem.ts';
import { message } from '../../language/message.ts';
import { Refusal } from '../../language/result.ts';
import type { Stage } from '../compile/plan.ts';
import { reachable } from '../ir/reachable.ts';
import type { Value } from '../ir/value.ts';
import type { Health, TermReading } from './health.ts';
import type { Loop } from './loop.ts';
import { StepFailure } from './run-schedule.ts';

/** An iteration that is not sound, and the picture that it started from. */
export interface Unwell {
  readonly iteration: number;
  readonly before: tf.Tensor;
  readonly health: Exclude<Health, 'sound'>;
  readonly terms: readonly TermReading[];
}

/** Which node gave what is not sound: the iteration is run again from its picture, looking at each value. */
export async function blame(
  stage: Stage,
  loop: Loop,
  { iteration, before, health, terms }: Unwell,
): Promise<Problem> {
  if (health === 'silent') {
    const silent = await loop.findSilent(before, terms);
    const node = (silent && originOf(silent)) ?? stage.optimiser;
    return { severity: 'error', node, reason: message('run.silent', { iteration }) };
  }
  const culprit = (await loop.findNonFiniteTarget()) ?? (await loop.findNonFinite(before));
  const node = loop.findOverflowingWeight()?.node ?? (culprit && originOf(culprit));
  if (node !== undefined && !(node === stage.optimiser && culprit && isStep(stage, culprit))) {
    return { severity: 'error', node, reason: message('run.not-finite', { iteration }) };
  }
  // Up to the rule's vectors every value is finite: it was the step itself that left the numbers' range.
  return { severity: 'error', node: stage.optimiser, reason: message('run.diverged', { iteration }) };
}

/** Whether `value` comes after the gradient and the vectors that the rule makes of it: learning rate and picture. */
function isStep({ carried, rule }: Stage, value: Value): boolean {
  const vectors = carried.flatMap(({ name, next }) => (rule.state.includes(name) ? [next] : []));
  return !reachable(vectors).includes(value);
}

/** Whoever asked for a value first is the farthest up: the encoder that has the weights, not the taps that use them. */
const originOf = ({ origins }: Value): NodeId | undefined => origins.values().next().value;

/** What was thrown, as a problem; with its node, where it was thrown while a value was computed or loaded. */
export function problemOf(error: unknown): Problem {
  if (error instanceof StepFailure) {
    const node = originOf(error.value);
    const reason =
      error.cause instanceof Refusal ? error.cause.reason : message('run.failed', { cause: error.message });
    return { severity: 'error', reason, ...(node !== undefined && { node }) };
  }
  if (error instanceof Refusal) return { severity: 'error', reason: error.reason };
  return {
    severity: 'error',
    reason: message('run.failed', { cause: error instanceof Error ? error.message : String(error) }),
  };
}
