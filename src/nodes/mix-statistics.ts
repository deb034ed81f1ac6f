import { param } from '../graph/parameter.ts';
import { port } from '../graph/port.ts';
import { message } from '../language/message.ts';
import { success } from '../language/result.ts';
import { defineNode } from './define-node.ts';
import { eachLayer, refuseStack } from './stacks.ts';

/** A style between two styles. */
export const mixStatistics = defineNode({
  kind: 'mix-statistics',
  version: 1,
  title: { en: 'Mix statistics', zh: '混合统计量' },
  summary: { en: 'A style between two styles', zh: '介于两种风格之间的风格' },
  documentation: {
    en: 'The weighted mean of two statistics of one kind, such as the Gram matrices of two style images, as the target of a Style loss. Two Style losses with two weights pull the picture to the same mean; here it is one loss, and its value says how far the mixture is.',
    zh: '两个同类统计量（例如两张风格图的 Gram 矩阵）的加权平均，作为“风格损失”的目标。用两个权重不同的风格损失会把画面拉向同一个平均；这里只有一个损失，它的值说明离混合风格还有多远。',
  },
  formula: String.raw`G = (1 - a)\,G_1 + a\,G_2`,
  symbols: { share: 'a' },
  source:
    'Dumoulin, Shlens and Kudlur 2017, A learned representation for artistic style, section 3.4 (mixing styles)',
  inputs: {
    first: port.statistics({ en: 'First', zh: '第一' }),
    second: port.statistics({ en: 'Second', zh: '第二' }),
  },
  outputs: { statistics: port.statistics({ en: 'Mixture', zh: '混合' }) },
  passes: { statistics: 'first' },
  params: {
    share: param.number({
      default: 0.5,
      min: 0,
      max: 1,
      step: 0.01,
      title: { en: 'Share of the second', zh: '第二者的份额' },
      hint: { en: '0 is the first alone, 1 the second.', zh: '0 只取第一，1 只取第二。' },
    }),
  },
  infer({ first, second }) {
    if (first.statistic !== second.statistic) {
      const kinds = { one: first.statistic, other: second.statistic };
      return { ok: false, reason: { reason: message('stack.other-statistic', kinds), port: 'second' } };
    }
    const refusal = refuseStack(second, first, 'second');
    if (refusal) return { ok: false, reason: refusal };
    const unlike = Object.entries(first.layers).find(
      ([layer, shape]) => second.layers[layer]?.join() !== shape.join(),
    );
    if (unlike)
      return {
        ok: false,
        reason: { reason: message('mix.other-shape', { layer: unlike[0] }), port: 'second' },
      };
    return success({ statistics: first });
  },
  lower({ ir }, { first, second }, { share }) {
    return {
      statistics: {
        layers: eachLayer(first.layers, (one, layer) => {
          const other = second.layers[layer] ?? one;
          return ir.add({
            a: ir.affine({ x: one }, { factor: 1 - share, offset: 0 }),
            b: ir.affine({ x: other }, { factor: share, offset: 0 }),
          });
        }),
      },
    };
  },
});
