/**
 * An account of a plan, as plain data that may cross to a page: for every part of it the steps in their order, what
 * each costs, which nodes asked for it, what is alive meanwhile, and after which step its result is freed.
 */
import type { NodeId } from '../../graph/document.ts';
import { bytes, type Shape, type Value } from '../ir/value.ts';
import { forecast, type PartForecast } from './forecast.ts';
import type { Plan } from './plan.ts';
import { aliveDuring, flopsOf, isView } from './schedule.ts';

export interface StepAccount {
  readonly op: string;
  readonly shape: Shape;
  readonly flops: number;
  /** Of its result; a view has none of its own. */
  readonly bytes: number;
  /** Who asked for it: more than one where it is shared. */
  readonly nodes: readonly NodeId[];
  /** Everything that is alive while it runs, what is kept included. */
  readonly alive: number;
  /** The step after which its result is gone; none where it is kept. */
  readonly freedAfter?: number;
}

export interface PartAccount {
  readonly flops: number;
  readonly peakBytes: number;
  readonly steps: readonly StepAccount[];
}

export interface StageAccount {
  readonly optimiser: NodeId;
  /** From 1 on, of a picture that is painted at several scales. */
  readonly scale: number;
  readonly scales: number;
  readonly iterations: number;
  readonly picture: Shape;
  /** How its layers are cut, where they would take too much memory. */
  readonly bands?: { readonly blocks: number; readonly rows: number };
  readonly once: PartAccount;
  /** One iteration. */
  readonly loop: PartAccount;
}

export interface PlanAccount {
  readonly stages: readonly StageAccount[];
  /** What the outputs need beyond the optimisers' results. */
  readonly outputs: PartAccount;
  /** The most bytes alive at once. */
  readonly peakBytes: number;
  /** Of memory that this takes, with the gaps. */
  readonly heapBytes: number;
}

export function accountOf(plan: Plan): PlanAccount {
  const foreseen = forecast(plan);
  return {
    stages: foreseen.stages.map(({ stage, once, loop }) => ({
      optimiser: stage.optimiser,
      scale: stage.scale.at,
      scales: stage.scale.of,
      iterations: stage.iterations,
      picture: stage.shape,
      ...(stage.bands && { bands: { blocks: stage.bands.blocks, rows: stage.bands.rows } }),
      once: accountOfPart(once),
      loop: accountOfPart(loop),
    })),
    outputs: accountOfPart(foreseen.outputs),
    peakBytes: foreseen.peakBytes,
    heapBytes: foreseen.heapBytes,
  };
}

function accountOfPart({ schedule, flops, peakBytes }: PartForecast): PartAccount {
  const { steps } = schedule;
  const freedAfter = new Map<Value, number>();
  steps.forEach(({ free }, at) => {
    for (const value of free) freedAfter.set(value, at);
  });
  const alive = aliveDuring(steps);
  const beside = peakBytes - schedule.peakBytes;
  return {
    flops,
    peakBytes,
    steps: steps.map(({ value }, at) => {
      const freed = freedAfter.get(value);
      return {
        op: value.op.name,
        shape: value.shape,
        flops: flopsOf(value),
        bytes: isView(value) ? 0 : bytes(value.shape),
        nodes: [...value.origins],
        alive: beside + (alive[at] ?? 0),
        ...(freed !== undefined && { freedAfter: freed }),
      };
    }),
  };
}
