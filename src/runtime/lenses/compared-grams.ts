/** Where a term of a loss compares Gram matrices: what it compares, found by what its values are. */
import type { LossTerm } from '../compile/lowered.ts';
import { dependants } from '../ir/differentiate.ts';
import { reachable } from '../ir/reachable.ts';
import type { Value } from '../ir/value.ts';

export interface ComparedGrams {
  /** [C, C], of the picture that is painted. */
  readonly present: Value;
  /** [C, C], which does not change with it. */
  readonly target: Value;
  /** [H, W, C], which `present` is made of. */
  readonly features: Value;
  /** [H, W, C], which `target` is made of, where it is one Gram matrix. */
  readonly targetFeatures: Value | undefined;
  /** What the sums over positions were divided by. */
  readonly divisor: number;
}

/** @param picture The leaf that is painted. */
export function comparedGrams({ value }: LossTerm, picture: Value): ComparedGrams | undefined {
  const below = reachable([value]);
  const varying = dependants(below, [picture]);
  const grams = below.filter(({ op }) => op.name === 'gram');
  for (const { operands } of below) {
    const present = operands.find(operand => varying.has(operand) && isSquare(operand));
    const target = operands.find(operand => !varying.has(operand) && isSquare(operand));
    if (!present || !target || present.shape.join() !== target.shape.join()) continue;
    const above = (of: Value) => grams.filter(gram => reachable([of]).includes(gram));
    const [own] = above(present).filter(gram => varying.has(gram));
    const features = own?.inputs.features;
    if (!own || !features) continue;
    const targetFeatures = target.op.name === 'gram' ? target.inputs.features : undefined;
    return { present, target, features, targetFeatures, divisor: Number(own.attributes.divisor) };
  }
  return undefined;
}

const isSquare = ({ shape: [rows, columns, ...more] }: Value): boolean =>
  more.length === 0 && rows !== undefined && rows > 1 && rows === columns;
