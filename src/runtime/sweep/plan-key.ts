import type { Plan } from '../compile/plan.ts';
import { canonical } from '../ir/canonical.ts';
import { digest, type Key, keyOf } from '../ir/key.ts';

/**
 * The key of everything that a plan paints, by content (rule R1): pixels, weights of the encoder, parameters,
 * live ones included, seeds. Two plans with one key give the same pictures on the same backend.
 */
export const keyOfPlan = ({ outputs }: Plan): Key =>
  digest(canonical(outputs.map(({ node, value }) => [node, keyOf(value)]).sort()));
