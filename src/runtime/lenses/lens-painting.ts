import type * as tf from '@tensorflow/tfjs-core';
import { weightName } from '../compile/live.ts';
import type { LossTerm } from '../compile/lowered.ts';
import type { Plan, Stage } from '../compile/plan.ts';
import type { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import type { Run } from '../session/run.ts';

/** A painting between two of its iterations, as a lens finds it. */
export interface LensPainting {
  /** Whose values the stage is made of: what a lens computes is appended to it. */
  readonly program: Program;
  readonly stage: Stage;
  /** How many iterations are done. */
  readonly iteration: number;
  /** Another whenever the picture is another, or the numbers that the loop is fed. */
  readonly moment: string;
  /** The product of the live weights of a term, as it is now. */
  weightOf(term: LossTerm): number;
  /** Whether the loop has it at hand: what it carries, and what was computed once for it. */
  has(value: Value): boolean;
  /** What {@link has} has told of; it stays the painting's. */
  get(value: Value): tf.Tensor;
}

/** Undefined before there is a picture, and where the one that is there is of a graph that was edited since. */
export function lensPainting(run: Run | undefined, { program, stages }: Plan): LensPainting | undefined {
  const painting = run?.painting;
  if (!run || !painting || !stages.includes(painting.ground.stage)) return undefined;
  const { ground, iteration, numbers } = painting;
  const { stage } = ground;
  const needed = new Set([...stage.once, ...stage.loop.needs]);
  return {
    program,
    stage,
    iteration,
    moment: `${run.pictureKey} ${ground.program} ${JSON.stringify(numbers)}`,
    weightOf: ({ name }) => numbers[weightName(name)] ?? 0,
    has: value => painting.carried(value) !== undefined || (needed.has(value) && ground.has(value)),
    get: value => painting.carried(value) ?? ground.get(value),
  };
}
