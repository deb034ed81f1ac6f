import { param } from '../graph/parameter.ts';
import { port } from '../graph/port.ts';
import { message } from '../language/message.ts';
import { success } from '../language/result.ts';
import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';
import { defineNode } from './define-node.ts';
import { lossWeight } from './layer-terms.ts';
import { lossOut } from './loss-ports.ts';
import { meanMagnitude } from './magnitude.ts';

/** How much neighbouring pixels differ. */
export const totalVariation = defineNode({
  kind: 'total-variation',
  // 2: the variant. A node of version 1 is squared, as it was.
  version: 2,
  title: { en: 'Total variation', zh: '全变差' },
  summary: { en: 'Smooths: neighbouring pixels should be alike', zh: '平滑：让相邻像素相近' },
  documentation: {
    en: 'The mean squared difference of horizontal neighbours plus that of vertical ones. A little of it removes the noise that an encoder does not see; too much makes the picture soft. *Absolute* sums the magnitudes instead and keeps edges sharp between flat areas; *nine-point* looks at the diagonals, too, and so prefers no direction.',
    zh: '水平相邻像素的均方差加上垂直相邻像素的均方差。少量使用可去除编码器看不到的噪点，过多则使画面变软。“绝对值”改用差的大小，平坦区域之间的边缘更锐利；“九点”还考虑对角方向，因此没有方向偏好。',
  },
  formula: String.raw`L = \operatorname{mean}\,(x_{i,j+1} - x_{i,j})^2 + \operatorname{mean}\,(x_{i+1,j} - x_{i,j})^2;\quad L_9 = \tfrac23 (d_{\rightarrow} + d_{\downarrow}) + \tfrac16 (d_{\searrow} + d_{\swarrow})`,
  source:
    'Mahendran and Vedaldi 2015, with β = 2; in jcjohnson/neural-style as a sum; absolute: Rudin, Osher and Fatemi 1992; nine-point: crowsonkb/style-transfer-pytorch',
  inputs: { image: port.image({ en: 'Picture', zh: '画面' }) },
  outputs: { loss: lossOut },
  params: {
    weight: lossWeight(1),
    variant: param.choice({
      choices: {
        squared: { en: 'Squared', zh: '平方' },
        absolute: { en: 'Absolute', zh: '绝对值' },
        'nine-point': { en: 'Nine-point, squared', zh: '九点平方' },
      },
      title: { en: 'Variant', zh: '变体' },
      hint: {
        en: 'How neighbours are compared. Weights are not portable between the variants.',
        zh: '如何比较相邻像素。不同变体之间权重不能通用。',
      },
    }),
  },
  infer({ image: { shape } }) {
    const [height, width] = shape;
    if (height < 2 || width < 2) {
      return { ok: false, reason: { reason: message('variation.too-small'), port: 'image' } };
    }
    return success({ loss: { terms: ['variation'] } });
  },
  lower({ ir, live }, { image }, { variant }) {
    const value = variant === 'nine-point' ? ninePoint(ir, image.value) : fourPoint(ir, image.value, variant);
    return { loss: { terms: [{ name: 'variation', value, weights: [live('weight')] }] } };
  },
});

function fourPoint(ir: Ir, x: Value, variant: 'squared' | 'absolute'): Value {
  const along = (axis: 0 | 1) => {
    const steps = ir.difference({ x }, { axis, adjoint: false });
    return variant === 'squared' ? ir.meanSquare({ x: steps }) : meanMagnitude(ir, steps);
  };
  return ir.add({ a: along(1), b: along(0) });
}

/** The differences to the right, down and along both diagonals, the outermost pixels repeated once around. */
function ninePoint(ir: Ir, x: Value): Value {
  const [h = 0, w = 0] = x.shape;
  const padded = ir.pad({ x }, { mode: 'replicate', amount: 1, adjoint: false });
  const view = (top: number, left: number, height: number, width: number) =>
    ir.crop({ x: padded }, { whole: [h + 2, w + 2], at: [top, left], size: [height, width], adjoint: false });
  const apart = (a: Value, b: Value, factor: number) =>
    ir.affine({ x: ir.meanSquare({ x: ir.subtract({ a, b }) }) }, { factor, offset: 0 });
  const sides = [view(1, 2, h, w), view(2, 1, h, w)].map(side => apart(side, x, 2 / 3));
  const corner = (top: number, left: number) => view(top, left, h + 1, w + 1);
  const diagonals = [apart(corner(1, 1), corner(0, 0), 1 / 6), apart(corner(1, 0), corner(0, 1), 1 / 6)];
  return [...sides, ...diagonals].reduce((a, b) => ir.add({ a, b }));
}
