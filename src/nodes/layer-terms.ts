/** What every loss over a stack of layers shares: its parameters, and one term for each layer of the target. */
import { param } from '../graph/parameter.ts';
import type { Stack } from '../graph/wire.ts';
import type { LoweringContext } from '../runtime/compile/lowerable.ts';
import type { LossTerm } from '../runtime/compile/lowered.ts';
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

/** mean((x − t)²) at each layer of the target, divided by mean(t²) where balanced. */
export function layerTerms(
  { ir, live }: LoweringContext,
  picture: Stack<Value>,
  target: Stack<Value>,
  balance: boolean,
): LossTerm[] {
  return Object.entries(target).flatMap(([layer, goal]) => {
    const present = picture[layer];
    if (!present) return [];
    const distance = ir.meanSquare({ x: ir.subtract({ a: present, b: goal }) });
    return [
      {
        name: layer,
        // A layer that is silent in the target (mean square 0) would divide by nothing: the floor keeps it finite.
        value: balance
          ? ir.divide({
              a: distance,
              b: ir.affine({ x: ir.meanSquare({ x: goal }) }, { factor: 1, offset: 1e-12 }),
            })
          : distance,
        weights: [live('weight'), live('weights', layer)],
      },
    ];
  });
}
