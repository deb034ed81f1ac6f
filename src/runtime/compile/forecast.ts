/**
 * What a plan will cost, before it runs (rule R6): floating-point operations, and the most bytes of tensors
 * alive at once. The walk here is the one that `paint` takes: what is computed once is kept for as long as
 * this loop or a later stage needs it.
 */
import { reachable } from '../ir/reachable.ts';
import { bytes, type Shape, type Value } from '../ir/value.ts';
import { lastNeeded } from './lifetimes.ts';
import type { Plan, Stage } from './plan.ts';
import { type Schedule, schedule } from './schedule.ts';

export interface PartForecast {
  /** What runs. */
  readonly schedule: Schedule;
  /** How many ops that is. */
  readonly ops: number;
  readonly flops: number;
  /** Most bytes alive at once, everything that is kept included. */
  readonly peakBytes: number;
}

export interface StageForecast {
  readonly stage: Stage;
  readonly once: PartForecast;
  /** One iteration. */
  readonly loop: PartForecast;
  /** Bytes held from one iteration to the next: weights, targets, the picture and the optimiser's vectors. */
  readonly heldBytes: number;
}

export interface Forecast {
  readonly stages: readonly StageForecast[];
  /** What the outputs need beyond the optimisers' results. */
  readonly outputs: PartForecast;
  readonly peakBytes: number;
  /** The largest single tensor: a GPU binds no more than so many bytes at once. */
  readonly largest: { readonly shape: Shape; readonly bytes: number };
}

export function forecast(plan: Plan, ahead = 0): Forecast {
  const finals = plan.outputs.map(({ value }) => value);
  const last = lastNeeded(plan);
  let held = new Set<Value>();
  const holdAfter = (at: number, needs: ReadonlySet<Value> = new Set()) => {
    held = new Set([...held].filter(value => needs.has(value) || (last.get(value) ?? -1) > at));
  };

  const prepare = (values: readonly Value[], beside = 0): PartForecast => {
    const missing = schedule(
      values.filter(value => !held.has(value)),
      value => held.has(value),
    );
    for (const needed of missing.needs) held.add(needed);
    const peakBytes = beside + total(held) + missing.peakBytes;
    for (const made of missing.results) held.add(made);
    return { schedule: missing, ops: missing.steps.length, flops: missing.flops, peakBytes };
  };

  const stages = plan.stages.map((stage, at): StageForecast => {
    // What the scale before has left waits while this one is prepared.
    const before = stage.scale.at > 1 ? plan.stages[at - 1] : undefined;
    const once = prepare(stage.once, before ? carriedBytes(before) + bytes(before.shape) : 0);
    holdAfter(at, new Set(stage.loop.needs));
    const state = carriedBytes(stage);
    const scalars = 4 * stage.live.length;
    // One for each iteration whose terms are still on their way: should they fail, it is the last good one.
    const keptPictures = ahead * bytes(stage.shape);
    const heldBytes = total(held) + state + scalars + keptPictures;
    const loop = {
      schedule: stage.loop,
      ops: stage.loop.steps.length,
      flops: stage.loop.flops,
      peakBytes: heldBytes + stage.loop.peakBytes,
    };
    holdAfter(at);
    if (stage.scale.at === stage.scale.of) held.add(stage.outcome);
    return { stage, once, loop, heldBytes };
  });

  const outputs = prepare(finals);
  const peaks = stages.flatMap(({ once, loop }) => [once.peakBytes, loop.peakBytes]);
  return { stages, outputs, peakBytes: Math.max(outputs.peakBytes, ...peaks), largest: largestOf(plan) };
}

const carriedBytes = ({ carried }: Stage): number =>
  carried.reduce((sum, { leaf }) => sum + bytes(leaf.shape), 0);

const total = (values: Iterable<Value>): number => {
  let sum = 0;
  for (const { op, shape } of values) if (op.name !== 'carried' && op.name !== 'live') sum += bytes(shape);
  return sum;
};

function largestOf(plan: Plan): Forecast['largest'] {
  const everything = [
    ...plan.outputs.map(({ value }) => value),
    ...plan.stages.flatMap(({ once, loop }) => [...once, ...loop.results]),
  ];
  let largest: Forecast['largest'] = { shape: [], bytes: 0 };
  for (const { shape } of reachable(everything)) {
    if (bytes(shape) > largest.bytes) largest = { shape, bytes: bytes(shape) };
  }
  return largest;
}
