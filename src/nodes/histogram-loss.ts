import type { Value } from '../runtime/ir/value.ts';
import { defineNode } from './define-node.ts';
import { balancing, comparedLayers, inPartsOf, layerWeights, lossWeight } from './layer-terms.ts';
import { featuresAndTarget, inferTerms, lossOut } from './loss-ports.ts';
import { positionsOf } from './moments.ts';
import { atRanksOf, sorted } from './sorted.ts';

/** Whether each channel fires as strongly, and as often, as in the style. */
export const histogramLoss = defineNode({
  kind: 'histogram-loss',
  version: 1,
  title: { en: 'Histogram loss', zh: '直方图损失' },
  summary: {
    en: 'Each channel fires as strongly and as often as the style’s',
    zh: '让每个通道的激活强弱与频率接近风格图',
  },
  documentation: {
    en: 'Matches the histogram of each channel to that of the style and compares the features with what they would be then. Matching is exact here: both sides are sorted, and what has the same rank should be equal, which needs no bins. Beside a Gram loss it takes away the washed-out contrast that a Gram matrix cannot see; it costs a sort of each channel. Where the images differ in size, the target is read at the nearest rank. Balanced, each layer’s loss is divided by the mean square of its target.',
    zh: '把每个通道的直方图匹配到风格图，并将特征与匹配后的值比较。这里的匹配是精确的：两侧各自排序，同一名次应当相等，因此不需要分箱。与 Gram 损失一起使用，可消除 Gram 矩阵看不到的“褪色”对比；代价是对每个通道排序。两图大小不同时，按最近的名次读取目标。启用平衡后，每层损失除以目标的均方值。',
  },
  formula: String.raw`L = \sum_l w_l \operatorname{mean}\,\bigl(\operatorname{sort}(F_{l,c}) - \operatorname{sort}(\hat F_{l,c})\bigr)^2`,
  source:
    'Risser, Wilmot and Barnes 2017, Stable and controllable neural texture synthesis and style transfer using histogram losses, eq. 7, with exact ranks in place of 256 bins',
  inputs: featuresAndTarget,
  outputs: { loss: lossOut },
  params: { weight: lossWeight(1), weights: layerWeights, balance: balancing },
  infer: inferTerms,
  lower(context, { features, target }, { balance }) {
    const { ir } = context;
    const channels = (x: Value) => sorted(ir, ir.transpose({ x: positionsOf(ir, x) }));
    const terms = comparedLayers(context, features.layers, target.layers, (present, goal) => {
      const [picture, wanted] = [channels(present), channels(goal)];
      const apart = ir.subtract({ a: picture, b: atRanksOf(ir, picture, wanted) });
      const distance = ir.meanSquare({ x: apart });
      return balance ? inPartsOf(ir, distance, ir.meanSquare({ x: goal })) : distance;
    });
    return { loss: { terms } };
  },
});
