/** What a plan will run, for tests that count and compare. */
import type { Plan, Stage } from '../../runtime/compile/plan.ts';
import { schedule } from '../../runtime/compile/schedule.ts';
import type { Value } from '../../runtime/ir/value.ts';

/** What is computed before the loop begins. */
export const onceOf = ({ once }: Stage): Value[] => schedule(once).steps.map(({ value }) => value);

export const loopOf = ({ loop }: Stage): Value[] => loop.steps.map(({ value }) => value);

/** Everything that a plan computes, each value as often as it is computed: for one iteration of each loop. */
export function computedBy({ stages, outputs }: Plan): Value[] {
  const held = new Set<Value>();
  const fresh = (values: readonly Value[]) => {
    const { steps, results } = schedule(values, value => held.has(value));
    for (const result of results) held.add(result);
    return steps.map(({ value }) => value);
  };
  const staged = stages.flatMap(stage => [...fresh(stage.once), ...loopOf(stage)]);
  return [...staged, ...fresh(outputs.map(({ value }) => value))];
}

export const countOf = (values: readonly Value[], op: string): number =>
  values.filter(value => value.op.name === op).length;

/** The only stage, for graphs with one optimiser. */
export function onlyStage({ stages }: Plan): Stage {
  const [stage, ...others] = stages;
  if (!stage || others.length > 0) throw new Error(`There are ${stages.length} stages.`);
  return stage;
}
