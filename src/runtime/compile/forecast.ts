/**
 * What a plan will cost, before it runs (rule R6): floating-point operations, the most bytes of tensors alive at
 * once, and the memory that takes. The walk here is the one that `paint` takes: what is computed once is kept for as long as
 * this loop or a later stage needs it.
 */
import { reachable } from '../ir/reachable.ts';
import { bytes, type Shape, type Value } from '../ir/value.ts';
import { arenaOf, boundsOfArena, withGaps } from './arena/arena.ts';
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
  /** Of the stretch of memory that its tensors take turns in: laid out when this is first asked for. */
  readonly arenaBytes: number;
  /** It is no smaller than that. */
  readonly leastArenaBytes: number;
  /** What lies beside that: all that is kept while it runs and afterwards, and what is small. */
  readonly besideBytes: number;
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
  /**
   * Where all of it has places that it keeps: what is kept, and an arena that serves every part of the plan. It is
   * found out when it is first asked for, by laying the arenas out; `leastHeapBytes` is there at once.
   */
  readonly heapBytes: number;
  /** `heapBytes` is no less. */
  readonly leastHeapBytes: number;
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
    const before = beside + total(held);
    for (const made of missing.results) held.add(made);
    return partOf(missing, before, beside + total(held));
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
    const loop = partOf(stage.loop, heldBytes, heldBytes + total(stage.loop.results));
    holdAfter(at);
    if (stage.scale.at === stage.scale.of) held.add(stage.outcome);
    return { stage, once, loop, heldBytes };
  });

  const outputs = prepare(finals);
  const parts = [outputs, ...stages.flatMap(({ once, loop }) => [once, loop])];
  const most = (of: (part: PartForecast) => number) => Math.max(...parts.map(of));
  const beside = withGaps(most(({ besideBytes }) => besideBytes));
  return {
    stages,
    outputs,
    peakBytes: most(({ peakBytes }) => peakBytes),
    get heapBytes() {
      return most(({ arenaBytes }) => arenaBytes) + beside;
    },
    leastHeapBytes: most(({ leastArenaBytes }) => leastArenaBytes) + beside,
    largest: largestOf(plan),
  };
}

/** @param held Bytes that are there before it runs. */
const partOf = (schedule: Schedule, held: number, keptBytes: number): PartForecast => ({
  schedule,
  ops: schedule.steps.length,
  flops: schedule.flops,
  peakBytes: held + schedule.peakBytes,
  get arenaBytes() {
    return arenaOf(schedule).bytes;
  },
  leastArenaBytes: boundsOfArena(schedule).leastBytes,
  besideBytes: keptBytes + boundsOfArena(schedule).looseBytes,
});

/** Whether what was forecast takes no more than so many bytes; nothing is laid out where it is plain that it does not. */
export const fitsInto = (memory: number, foreseen: Forecast): boolean =>
  foreseen.leastHeapBytes <= memory && foreseen.heapBytes <= memory;

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
