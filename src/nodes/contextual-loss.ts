import { param } from '../graph/parameter.ts';
import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';
import { defineNode } from './define-node.ts';
import { alongRows, cosineDistances, mean, rowMaxima, rowMinima, rowSums } from './distances.ts';
import { comparedLayers, layerWeights, lossWeight } from './layer-terms.ts';
import { featuresAndTarget, inferTerms, lossOut } from './loss-ports.ts';
import { everywhere, meansOf } from './moments.ts';
import { samplesOf, samplesPerSide } from './samples.ts';

/** Whether each feature of the style is found somewhere in the picture. */
export const contextualLoss = defineNode({
  kind: 'contextual-loss',
  version: 1,
  title: { en: 'Contextual loss', zh: '上下文损失' },
  summary: {
    en: 'Every feature of the style should be found somewhere',
    zh: '让风格图的每个特征都能在画面某处找到',
  },
  documentation: {
    en: 'Features of the picture and of the target are compared by the cosine of their angle, the target’s mean taken off; a pair counts as similar if it is much closer than the picture’s feature is to any other. The loss is −log of how well each feature of the target is matched on average. It transfers by likeness, not by place, and so serves for images that are not aligned. It is a ratio already and needs no balancing. A lattice of samples is compared, so it is best at deep layers (relu3_2, relu4_2). A smaller bandwidth is stricter.',
    zh: '减去目标均值后，以夹角余弦比较画面与目标的特征；若一对特征的距离远小于该画面特征与其他特征的距离，则视为相似。损失为目标各特征平均匹配程度的 −log。它按相似而非按位置转移，因此适用于未对齐的图片。它本身已是比值，无需平衡。比较的是网格采样的位置，因此适合深层（relu3_2、relu4_2）。带宽越小越严格。',
  },
  formula: String.raw`L = -\sum_l w_l \log \operatorname{mean}_j \max_i \frac{w_{ij}}{\sum_k w_{ik}},\quad w_{ij} = \exp\frac{1 - d_{ij}/(\min_k d_{ik} + 10^{-5})}{h}`,
  symbols: { bandwidth: 'h' },
  source:
    'Mechrez, Talmi and Zelnik-Manor 2018, The contextual loss for image transformation with non-aligned data, eq. 2 to 5',
  inputs: featuresAndTarget,
  outputs: { loss: lossOut },
  params: {
    weight: lossWeight(1),
    weights: layerWeights,
    bandwidth: param.number({
      default: 0.5,
      min: 0.05,
      max: 5,
      scale: 'logarithmic',
      title: { en: 'Bandwidth', zh: '带宽' },
      hint: {
        en: 'How much closer than others a match must be: smaller is stricter.',
        zh: '匹配须比其他近多少：越小越严格。',
      },
    }),
    samples: samplesPerSide(),
  },
  infer: inferTerms,
  lower(context, { features, target }, { bandwidth, samples }) {
    const { ir } = context;
    const terms = comparedLayers(context, features.layers, target.layers, (present, goal) => {
      const [x, y] = [samplesOf(ir, present, samples), samplesOf(ir, goal, samples)];
      const centre = meansOf(ir, y);
      const centred = (z: Value) => ir.subtract({ a: z, b: everywhere(ir, centre, z.shape[0] ?? 0) });
      const similarity = contextual(ir, cosineDistances(ir, centred(x), centred(y)), bandwidth);
      const found = mean(ir, rowMaxima(ir, ir.transpose({ x: similarity })));
      return ir.affine({ x: ir.logarithm({ x: found }) }, { factor: -1, offset: 0 });
    });
    return { loss: { terms } };
  },
});

/** [n, m] distances → [n, m] similarities, each row's adding up to 1. */
function contextual(ir: Ir, distances: Value, bandwidth: number): Value {
  const [, columns = 0] = distances.shape;
  const nearest = ir.affine({ x: rowMinima(ir, distances) }, { factor: 1, offset: 1e-5 });
  const relative = ir.divide({ a: distances, b: alongRows(ir, nearest, columns) });
  const weights = ir.exponential({
    x: ir.affine({ x: relative }, { factor: -1 / bandwidth, offset: 1 / bandwidth }),
  });
  return ir.divide({ a: weights, b: alongRows(ir, rowSums(ir, weights), columns) });
}
