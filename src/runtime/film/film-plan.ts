/**
 * What of a plan is another for each frame, and what is the same for all of them. A frame's pictures stand in the
 * plan as leaves of fixed names, so that a film is compiled once: before each frame what was made of the last one
 * is dropped, and the rest (a style's statistics, prepared kernels) is found where it is (rule R2).
 */
import type { Plan } from '../compile/plan.ts';
import { dependants } from '../ir/differentiate.ts';
import { isLeaf } from '../ir/op.ts';
import { reachable } from '../ir/reachable.ts';
import type { Value } from '../ir/value.ts';

export interface FilmPlan {
  readonly plan: Plan;
  /** Made of a frame, or of what an optimiser made of one. */
  readonly varying: readonly Value[];
  /** What the varying values take that is the same for every frame. */
  readonly frontier: readonly Value[];
}

/** @param frames The hashes of the pictures that are others in each frame. */
export function filmPlan(plan: Plan, frames: ReadonlySet<string>): FilmPlan {
  const below = reachable([
    ...plan.stages.flatMap(({ once }) => once),
    ...plan.outputs.map(({ value }) => value),
  ]);
  const isFrame = ({ op, attributes }: Value) =>
    op.name === 'outcome' || (op.name === 'image' && frames.has(String(attributes.hash)));
  const varying = dependants(below, below.filter(isFrame));
  const frontier = new Set<Value>();
  for (const value of varying) {
    for (const operand of value.operands) {
      if (!varying.has(operand) && !isLeaf(operand.op)) frontier.add(operand);
    }
  }
  return { plan, varying: [...varying], frontier: [...frontier] };
}
