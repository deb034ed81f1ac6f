/** The numbers that an iteration is fed, by name: settings of the rule, and products of live weights. */
import { productOf, type ResolvedParameters, readLive } from '../compile/live.ts';
import type { Stage } from '../compile/plan.ts';

/** Every number that an iteration of `stage` is fed, by name, but those that follow from its count. */
export function numbersOf(stage: Stage, params: ResolvedParameters): Readonly<Record<string, number>> {
  const numbers: Record<string, number> = {};
  for (const [name, setting] of Object.entries(stage.settings)) numbers[name] = readLive(params, setting);
  for (const { leaf, source } of stage.live) {
    if (source.type === 'weight') numbers[String(leaf.attributes.name)] = productOf(params, source.factors);
  }
  return numbers;
}

/** The products of live weights among the numbers that a loop is fed. */
export const weightsAmong = ({ live }: Stage, numbers: Readonly<Record<string, number>>): readonly number[] =>
  live.flatMap(({ leaf, source }) =>
    source.type === 'weight' ? [numbers[String(leaf.attributes.name)] ?? Number.NaN] : [],
  );
