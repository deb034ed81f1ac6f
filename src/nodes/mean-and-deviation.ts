import { port } from '../graph/port.ts';
import { success } from '../language/result.ts';
import { defineNode } from './define-node.ts';
import { meansOf, positionsOf, variancesOf } from './moments.ts';
import { eachLayer } from './stacks.ts';

/** How strongly each channel fires, and how much that varies: what AdaIN matches. */
export const meanAndDeviation = defineNode({
  kind: 'mean-and-deviation',
  version: 1,
  title: { en: 'Mean and deviation', zh: '均值与标准差' },
  summary: {
    en: 'How strongly each channel fires, and how much that varies',
    zh: '每个通道的平均强度及其波动',
  },
  documentation: {
    en: 'For each layer two rows: the mean of each channel over all positions, and its standard deviation. These are the statistics that AdaIN exchanges. They know nothing of which channels fire together, so they are far smaller than Gram matrices and bind the style less; the mean squared difference that a Style loss takes of them is half of AdaIN’s own loss. A variance is raised by 10⁻⁵ before its root is taken.',
    zh: '每层给出两行：各通道在所有位置上的均值与标准差，也就是 AdaIN 所交换的统计量。它们不包含通道之间的共现关系，因此比 Gram 矩阵小得多，对风格的约束也更松；“风格损失”对其取的均方差是 AdaIN 自身损失的一半。开方之前方差会加上 10⁻⁵。',
  },
  formula: String.raw`\mu = \tfrac{1}{HW}\,\mathbf 1^\top F, \quad \sigma = \sqrt{\tfrac{1}{HW}\,\mathbf 1^\top (F - \mu)^2 + 10^{-5}}`,
  source:
    'Huang and Belongie 2017, Arbitrary style transfer in real-time with adaptive instance normalization, eq. 5 to 8 and 13',
  inputs: { features: port.features({ en: 'Features', zh: '特征' }) },
  outputs: { moments: port.statistics({ en: 'Moments', zh: '矩' }) },
  params: {},
  infer({ features: { from, layers } }) {
    return success({
      moments: {
        from,
        statistic: 'mean-and-deviation',
        layers: eachLayer(layers, ([, , channels]) => [2, channels]),
      },
    });
  },
  lower({ ir }, { features }) {
    const row = (at: 0 | 1) => ir.constant({}, { shape: [2, 1], numbers: [1 - at, at] });
    return {
      moments: {
        layers: eachLayer(features.layers, value =>
          ir.add({
            a: ir.matmul({ a: row(0), b: meansOf(ir, positionsOf(ir, value)) }),
            b: ir.matmul({ a: row(1), b: ir.squareRoot({ x: variancesOf(ir, value, 1e-5) }) }),
          }),
        ),
      },
    };
  },
});
