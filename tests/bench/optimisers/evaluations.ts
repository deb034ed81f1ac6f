/** How many evaluations of loss and gradient L-BFGS takes to where Adam is after 200 iterations. */
import { type PaintingOrder, paintingGraph } from '../encoders/painting-graph.ts';
import type { Studio } from '../encoders/studio.ts';

/** An iteration of Adam is one evaluation; so is one of L-BFGS, trials that are not taken included. */
export const adamIterations = 200;

export interface Race {
  /** The loss of the picture that Adam has painted after so many iterations. */
  readonly goal: number;
  /** Undefined where L-BFGS has not come there within as many evaluations as Adam took. */
  readonly evaluations: number | undefined;
}

type Course = Omit<PaintingOrder, 'iterations' | 'optimiser'>;

/** Both start from the same picture and paint with the node's own settings. */
export async function race(studio: Studio, course: Course, iterations = adamIterations): Promise<Race> {
  // The terms of an iteration are those of the picture that it starts from.
  const after = await losses(studio, {
    ...course,
    iterations: iterations + 1,
    optimiser: { method: 'adam' },
  });
  const goal = after.at(-1) ?? Number.NaN;
  const lbfgs = { ...course, iterations, optimiser: { method: 'lbfgs' } };
  const there = (await losses(studio, lbfgs, loss => loss <= goal)).findIndex(loss => loss <= goal);
  return { goal, evaluations: there < 0 ? undefined : there + 1 };
}

/** The loss at each evaluation, until `isEnough`. */
async function losses(
  studio: Studio,
  order: PaintingOrder,
  isEnough: (loss: number) => boolean = () => false,
): Promise<number[]> {
  const totals: number[] = [];
  for await (const event of studio.events(paintingGraph(order))) {
    if (event.type !== 'iteration') continue;
    totals.push(event.total);
    if (isEnough(event.total)) break;
  }
  return totals;
}
