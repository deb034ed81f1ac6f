import { defineNode } from './define-node.ts';
import { cosineDistances, mean, rowMinima } from './distances.ts';
import { comparedLayers, layerWeights, lossWeight } from './layer-terms.ts';
import { featuresAndTarget, inferTerms, lossOut } from './loss-ports.ts';
import { samplesOf, samplesPerSide } from './samples.ts';

/** How far features have to be carried if each goes to the nearest, both ways. */
export const relaxedTransportLoss = defineNode({
  kind: 'relaxed-transport-loss',
  version: 1,
  title: { en: 'Relaxed transport', zh: '松弛最优传输' },
  summary: {
    en: 'STROTSS’s style: every feature goes to the nearest, both ways',
    zh: 'STROTSS 的风格项：每个特征双向移到最近者',
  },
  documentation: {
    en: 'The relaxed earth mover’s distance: each feature of the picture is carried to the nearest of the style, and each of the style to the nearest of the picture; the larger of the two mean distances (1 − cosine) is the loss. It copies whole features as the Patch loss does, and also minds that none of the style’s is left out. A ratio already, it needs no balancing; lengths of features do not count, so put Mean and deviation beside it. A lattice of samples is compared, so it is best at deep layers.',
    zh: '松弛的推土机距离：把画面的每个特征移到风格图中最近的特征，也把风格图的每个特征移到画面中最近的特征；两个平均距离（1 − 余弦）中较大的即为损失。它像“图块损失”一样照搬完整特征，同时确保风格图的特征没有遗漏。它本身已是比值，无需平衡；特征的长度不计入，因此请与“均值与标准差”一起使用。比较的是网格采样的位置，因此适合深层。',
  },
  formula: String.raw`L = \sum_l w_l \max\Bigl(\operatorname{mean}_i \min_j D_{ij},\ \operatorname{mean}_j \min_i D_{ij}\Bigr),\quad D_{ij} = 1 - \cos(f_i, \hat f_j)`,
  source:
    'Kolkin, Salavon and Shakhnarovich 2019, Style transfer by relaxed optimal transport and self-similarity (STROTSS), eq. 2 to 4, layer by layer',
  inputs: featuresAndTarget,
  outputs: { loss: lossOut },
  params: { weight: lossWeight(1), weights: layerWeights, samples: samplesPerSide() },
  infer: inferTerms,
  lower(context, { features, target }, { samples }) {
    const { ir } = context;
    const terms = comparedLayers(context, features.layers, target.layers, (present, goal) => {
      const distances = cosineDistances(ir, samplesOf(ir, present, samples), samplesOf(ir, goal, samples));
      const there = mean(ir, rowMinima(ir, distances));
      const back = mean(ir, rowMinima(ir, ir.transpose({ x: distances })));
      return ir.add({ a: there, b: ir.relu({ x: ir.subtract({ a: back, b: there }) }) });
    });
    return { loss: { terms } };
  },
});
