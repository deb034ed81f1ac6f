/** What tells one optimiser's loop from another by what it computes, whoever it belongs to (rule R1). */
import type { ContentKeys } from '../cache/content-keys.ts';
import type { Stage } from '../compile/plan.ts';
import { canonical } from '../ir/canonical.ts';
import { digest, type Key } from '../ir/key.ts';

/** Of an iteration: equal keys, fed the same numbers, make the same step. */
export const programKey = (
  { carried, packed, shown, terms, rule, stepSizes }: Stage,
  keys: ContentKeys,
): Key =>
  digest(
    canonical({
      rule: `${rule.name}@${rule.version}`,
      stepSizes: { ...stepSizes },
      next: carried.map(({ name, next }) => [name, keys.of(next)]),
      packed: keys.of(packed),
      shown: keys.of(shown),
      terms: terms.map(({ name, value }) => [name, keys.of(value)]),
    }),
  );

/** Of what the picture begins as. */
export const startKey = ({ carried }: Stage, keys: ContentKeys): Key => {
  const [picture] = carried;
  return picture ? keys.of(picture.start) : '';
};
