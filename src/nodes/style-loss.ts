import { port } from '../graph/port.ts';
import { message } from '../language/message.ts';
import { success } from '../language/result.ts';
import { defineNode } from './define-node.ts';
import { balancing, layerTerms, layerWeights, lossWeight } from './layer-terms.ts';
import { lossOut } from './loss-ports.ts';
import { refuseStack } from './stacks.ts';

/** How far the picture's statistics are from those of the style. */
export const styleLoss = defineNode({
  kind: 'style-loss',
  version: 1,
  title: { en: 'Style loss', zh: '风格损失' },
  summary: { en: 'Brings the picture’s statistics to the style’s', zh: '让画面的统计量接近风格图' },
  documentation: {
    en: 'The mean squared difference of the statistics at each layer of the target: of Gram matrices, say. Shallow layers bring colour and fine texture, deep ones large strokes and shapes. Balanced, each layer’s loss is divided by the mean square of its target; a weight then tells how much of the style a layer brings, whatever the size of its numbers.',
    zh: '在目标的每一层上计算统计量（例如 Gram 矩阵）的均方差。浅层带来颜色与细腻纹理，深层带来大笔触与形状。启用平衡后，每层损失除以目标的均方值，于是权重直接表示该层带来多少风格，而与数值大小无关。',
  },
  formula: String.raw`L = \sum_l w_l \,\frac{\operatorname{mean}\,(G_l - \hat G_l)^2}{\operatorname{mean}\,\hat G_l^2}`,
  source:
    'Gatys, Ecker, Bethge 2015, eq. 4 and 5; without balancing: jcjohnson/neural-style (mean squared error)',
  inputs: {
    statistics: port.statistics({ en: 'Picture', zh: '画面' }),
    target: port.statistics({ en: 'Target', zh: '目标' }),
  },
  outputs: { loss: lossOut },
  params: { weight: lossWeight(1), weights: layerWeights, balance: balancing },
  infer({ statistics, target }) {
    if (statistics.statistic !== target.statistic) {
      return {
        ok: false,
        reason: {
          reason: message('stack.other-statistic', { one: statistics.statistic, other: target.statistic }),
          port: 'target',
        },
      };
    }
    const refusal = refuseStack(statistics, target, 'statistics');
    if (refusal) return { ok: false, reason: refusal };
    return success({ loss: { terms: Object.keys(target.layers) } });
  },
  lower(context, { statistics, target }, { balance }) {
    return { loss: { terms: layerTerms(context, statistics.layers, target.layers, balance) } };
  },
});
