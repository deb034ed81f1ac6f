/** What every loss over a stack of layers shares: its parameters, and one term for each layer of the target. */
import { param } from '../graph/parameter.ts';
import type { Stack } from '../graph/wire.ts';
import type { LoweringContext } from '../runtime/compile/lowerable.ts';
import type { LossTerm } from '../runtime/compile/lowered.ts';
import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';

export const lossWeight = (initial: number) =>
  param.live({
    default: initial,
    min: 0,
    max: 1e9,
    scale: 'logarithmic',
    title: { en: 'Weight', zh: '权重' },
    hint: {
      en: 'Of the whole loss. May be changed while it paints.',
      zh: '整个损失的权重，绘制时可随时更改。',
    },
  });

export const layerWeights = param.weights({
  over: 'layers',
  title: { en: 'Weight per layer', zh: '各层权重' },
  hint: { en: 'A layer that is not named weighs 1.', zh: '未列出的层权重为 1。' },
});

export const balancing = param.flag({
  default: true,
  title: { en: 'Balance', zh: '平衡' },
  hint: {
    en: 'Divide each layer’s loss by the mean square of its target, so that equal weights mean equal influence.',
    zh: '每层损失除以目标的均方值，使相同的权重意味着相同的影响。',
  },
});

/** A term for each layer of the target: what `distance` makes of both sides, weighed by node and layer. */
export function comparedLayers(
  { live }: LoweringContext,
  picture: Stack<Value>,
  target: Stack<Value>,
  distance: (present: Value, goal: Value) => Value,
): LossTerm[] {
  return Object.entries(target).flatMap(([layer, goal]) => {
    const present = picture[layer];
    if (!present) return [];
    const weights = [live('weight'), live('weights', layer)];
    return [{ name: layer, value: distance(present, goal), weights }];
  });
}

/** `distance` as a part of `most`, the distance of the target from nothing at all. */
export const inPartsOf = (ir: Ir, distance: Value, most: Value): Value =>
  // A layer that is silent in the target would divide by nothing: the floor keeps it finite.
  ir.divide({ a: distance, b: ir.affine({ x: most }, { factor: 1, offset: 1e-12 }) });

/** mean((x − t)²) at each layer of the target, divided by mean(t²) where balanced. */
export function layerTerms(
  context: LoweringContext,
  picture: Stack<Value>,
  target: Stack<Value>,
  balance: boolean,
): LossTerm[] {
  const { ir } = context;
  return comparedLayers(context, picture, target, (present, goal) => {
    const distance = ir.meanSquare({ x: ir.subtract({ a: present, b: goal }) });
    return balance ? inPartsOf(ir, distance, ir.meanSquare({ x: goal })) : distance;
  });
}
