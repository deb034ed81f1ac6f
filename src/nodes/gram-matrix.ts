import { param } from '../graph/parameter.ts';
import { port } from '../graph/port.ts';
import { success } from '../language/result.ts';
import { defineNode } from './define-node.ts';
import { eachLayer } from './stacks.ts';

/** Which channels fire together, with where forgotten. */
export const gramMatrix = defineNode({
  kind: 'gram-matrix',
  version: 1,
  title: { en: 'Gram matrix', zh: 'Gram 矩阵' },
  summary: { en: 'Which channels fire together, wherever that is', zh: '哪些通道一起激活，而不论在何处' },
  documentation: {
    en: 'For each layer the products of every two channels, averaged over all positions. Where something is gets lost; which features occur together stays, and that is what this method calls style. Divided by the positions, as here by default, it does not depend on the size of the image; jcjohnson’s neural-style also divides by the channels.',
    zh: '对每一层，计算任意两个通道的乘积并在所有位置上取平均。位置信息被丢弃，保留的是哪些特征一同出现，这正是该方法所说的风格。默认除以位置数，因此与图像尺寸无关；jcjohnson 的 neural-style 还除以通道数。',
  },
  formula: String.raw`G = \frac{1}{HW}\, F^\top F`,
  source: 'Gatys, Ecker, Bethge 2015, A neural algorithm of artistic style, eq. 3',
  inputs: { features: port.features({ en: 'Features', zh: '特征' }) },
  outputs: { gram: port.statistics({ en: 'Gram matrices', zh: 'Gram 矩阵' }) },
  params: {
    divisor: param.choice({
      choices: {
        positions: { en: 'Positions (HW)', zh: '位置数（HW）' },
        'positions-and-channels': { en: 'Positions × channels (HWC)', zh: '位置数 × 通道数（HWC）' },
      },
      title: { en: 'Divisor', zh: '除数' },
      hint: {
        en: 'Only matters where losses are not balanced: weights are not portable between the two.',
        zh: '仅在损失未平衡时有影响：两种除数之间权重不能通用。',
      },
    }),
  },
  infer({ features: { from, layers } }, { divisor }) {
    return success({
      gram: {
        from,
        statistic: `gram/${divisor}`,
        layers: eachLayer(layers, ([, , channels]) => [channels, channels]),
      },
    });
  },
  lower({ ir }, { features }, { divisor }) {
    return {
      gram: {
        layers: eachLayer(features.layers, value => {
          const [height = 0, width = 0, channels = 0] = value.shape;
          const positions = height * width;
          return ir.gram(
            { features: value },
            { divisor: divisor === 'positions' ? positions : positions * channels },
          );
        }),
      },
    };
  },
});
