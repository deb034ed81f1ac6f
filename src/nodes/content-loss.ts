import { defineNode } from './define-node.ts';
import { balancing, layerTerms, layerWeights, lossWeight } from './layer-terms.ts';
import { featuresAndTarget, inferTermsInPlace, lossOut } from './loss-ports.ts';

/** How far the picture's features are from the target's, position by position. */
export const contentLoss = defineNode({
  kind: 'content-loss',
  version: 1,
  title: { en: 'Content loss', zh: '内容损失' },
  summary: { en: 'Keeps what is where: feature by feature', zh: '逐特征比较，保住“什么在哪里”' },
  documentation: {
    en: 'The mean squared difference of the features at each layer of the target. Deep layers (relu4_2) keep the objects and leave colour and texture free; shallow ones keep the pixels. Balanced, each layer’s loss is divided by the mean square of its target, so that weights mean the same at every layer and with every encoder.',
    zh: '在目标的每一层上计算特征的均方差。深层（relu4_2）保住物体而放开颜色与纹理，浅层则保住像素。启用平衡后，每层损失除以目标的均方值，使权重在各层、各编码器之间含义一致。',
  },
  formula: String.raw`L = \sum_l w_l \,\frac{\operatorname{mean}\,(F_l - \hat F_l)^2}{\operatorname{mean}\,\hat F_l^2}`,
  source: 'Gatys, Ecker, Bethge 2015, eq. 1; without balancing: jcjohnson/neural-style (mean squared error)',
  inputs: featuresAndTarget,
  outputs: { loss: lossOut },
  params: { weight: lossWeight(1), weights: layerWeights, balance: balancing },
  infer: inferTermsInPlace,
  lower(context, { features, target }, { balance }) {
    return { loss: { terms: layerTerms(context, features.layers, target.layers, balance) } };
  },
});
