import { port } from '../graph/port.ts';
import { success } from '../language/result.ts';
import { defineNode } from './define-node.ts';
import { covarianceOf } from './moments.ts';
import { eachLayer } from './stacks.ts';

/** Which channels vary together, their means set aside. */
export const covariance = defineNode({
  kind: 'covariance',
  version: 1,
  title: { en: 'Covariance', zh: '协方差' },
  summary: { en: 'Which channels vary together, means set aside', zh: '去除均值后，哪些通道一起变化' },
  documentation: {
    en: 'A Gram matrix of what remains of the features once the mean of each channel is taken off. A Gram matrix of features after ReLU is mostly the product of their means; the covariance leaves those out, so it tells textures apart that are equally bright. Divided by the number of positions.',
    zh: '先减去各通道的均值，再求 Gram 矩阵。ReLU 之后的 Gram 矩阵主要由均值之积构成；协方差去掉了这一部分，因而能区分同样明亮的纹理。除以位置数。',
  },
  formula: String.raw`\Sigma = \tfrac{1}{HW}\, F^\top F - \mu^\top \mu`,
  source:
    'Li, Fang, Yang et al. 2017, Universal style transfer via feature transforms; crowsonkb/style-transfer-pytorch',
  inputs: { features: port.features({ en: 'Features', zh: '特征' }) },
  outputs: { covariance: port.statistics({ en: 'Covariances', zh: '协方差' }) },
  params: {},
  infer({ features: { from, layers } }) {
    return success({
      covariance: {
        from,
        statistic: 'covariance',
        layers: eachLayer(layers, ([, , channels]) => [channels, channels]),
      },
    });
  },
  lower({ ir }, { features }) {
    return { covariance: { layers: eachLayer(features.layers, value => covarianceOf(ir, value)) } };
  },
});
