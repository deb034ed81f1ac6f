/** A plan as plain data: what runs once and what in each loop, op by op. The JSON of `gramarye plan --json`. */
import type { NodeId } from '../../graph/document.ts';
import type { Forecast, PartForecast } from '../../runtime/compile/forecast.ts';
import type { StageBands } from '../../runtime/compile/plan.ts';
import { flopsOf, type Schedule } from '../../runtime/compile/schedule.ts';
import { bytes, type Shape } from '../../runtime/ir/value.ts';
import type { PlannedGraph } from './plan-graph.ts';

export interface StepDescription {
  readonly op: string;
  readonly shape: Shape;
  readonly flops: number;
  /** Of its output. */
  readonly bytes: number;
  /** The nodes that asked for it. */
  readonly nodes: readonly NodeId[];
}

export interface PartDescription {
  readonly ops: number;
  readonly flops: number;
  /** The most bytes alive at once, everything that is kept included. */
  readonly peakBytes: number;
  /** What is fetched from pictures and encoders. */
  readonly loads: { readonly pictures: number; readonly weights: number; readonly bytes: number };
  /** In the order in which they run. */
  readonly steps: readonly StepDescription[];
}

export interface StageDescription {
  readonly optimiser: NodeId;
  readonly method: string;
  readonly iterations: number;
  /** Height, width, channels of its picture. */
  readonly picture: Shape;
  readonly terms: readonly string[];
  /** How its layers are cut, where they would take too much memory. */
  readonly bands?: Pick<StageBands, 'blocks' | 'rows' | 'most'>;
  readonly once: PartDescription;
  /** One iteration. */
  readonly loop: PartDescription;
  /** Kept from one iteration to the next. */
  readonly heldBytes: number;
}

export interface PlanDescription {
  readonly title: string;
  readonly stages: readonly StageDescription[];
  /** What the outputs need beyond the optimisers' results. */
  readonly outputs: PartDescription & { readonly pictures: readonly OutputDescription[] };
  /** Of everything: all iterations of all stages. */
  readonly flops: number;
  /** The most bytes alive at once. */
  readonly peakBytes: number;
  /** Of memory that this takes, with the gaps. */
  readonly heapBytes: number;
  readonly largest: Forecast['largest'];
}

export interface OutputDescription {
  readonly node: NodeId;
  readonly shape: Shape;
}

export function describePlan({ validated, plan, forecast }: PlannedGraph): PlanDescription {
  const stages = forecast.stages.map(
    ({ stage, once, loop, heldBytes }): StageDescription => ({
      optimiser: stage.optimiser,
      method: stage.rule.name,
      iterations: stage.iterations,
      picture: stage.shape,
      terms: stage.terms.map(({ name }) => name),
      ...(stage.bands && { bands: bandsOf(stage.bands) }),
      once: describePart(once),
      loop: describePart(loop, once.schedule),
      heldBytes,
    }),
  );
  const outputs = describePart(forecast.outputs);
  const running = stages.reduce(
    (sum, { once, loop, iterations }) => sum + once.flops + iterations * loop.flops,
    0,
  );
  return {
    title: validated.document.title,
    stages,
    outputs: { ...outputs, pictures: plan.outputs.map(({ node, value }) => ({ node, shape: value.shape })) },
    flops: running + outputs.flops,
    peakBytes: forecast.peakBytes,
    heapBytes: forecast.heapBytes,
    largest: forecast.largest,
  };
}

const bandsOf = ({ blocks, rows, most }: StageBands) => ({ blocks, rows, most });

/** `before` is what ran before the part and fetched some of what it needs. */
function describePart({ schedule, ops, flops, peakBytes }: PartForecast, before?: Schedule): PartDescription {
  const fetched = new Set(before?.needs);
  const loaded = schedule.needs.filter(value => !fetched.has(value));
  const pictures = loaded.filter(({ op }) => op.name === 'image');
  const weights = loaded.filter(({ op }) => op.name === 'weight');
  return {
    ops,
    flops,
    peakBytes,
    loads: {
      pictures: pictures.length,
      weights: weights.length,
      bytes: [...pictures, ...weights].reduce((sum, { shape }) => sum + bytes(shape), 0),
    },
    steps: schedule.steps.map(({ value }) => ({
      op: value.op.name,
      shape: value.shape,
      flops: flopsOf(value),
      bytes: bytes(value.shape),
      nodes: [...value.origins],
    })),
  };
}
