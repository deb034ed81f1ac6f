import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';
import { defineNode } from './define-node.ts';
import { alongRows, cosineDistances, rowSums } from './distances.ts';
import { comparedLayers, layerWeights, lossWeight } from './layer-terms.ts';
import { featuresAndTarget, inferTermsInPlace, lossOut } from './loss-ports.ts';
import { meanMagnitude } from './magnitude.ts';
import { samplesOf, samplesPerSide } from './samples.ts';

/** Whether places that are alike in the content are alike in the picture. */
export const selfSimilarityLoss = defineNode({
  kind: 'self-similarity-loss',
  version: 1,
  title: { en: 'Self-similarity loss', zh: '自相似损失' },
  summary: {
    en: 'What is alike in the content stays alike, however it looks',
    zh: '内容图中相似的地方仍彼此相似，而外观可变',
  },
  documentation: {
    en: 'Compares not features but how far the features of any two places are from each other. A face must remain as different from the sky as it was, but may look like anything: it leaves the style far more freedom than a Content loss does. Distances are by angle, and those from one place add up to 1, so it is a ratio already and needs no balancing. A lattice of samples is compared, the same places on both sides.',
    zh: '不比较特征本身，而比较任意两处特征之间的距离。人脸与天空的差别须保持原样，但它们可以变成任何样子：比“内容损失”给风格的自由大得多。距离按夹角计算，从每一处出发的距离之和为 1，因此它本身已是比值，无需平衡。比较的是网格采样的位置，两侧相同。',
  },
  formula: String.raw`L = \sum_l w_l\,\frac1N \sum_{i,j} \biggl|\frac{D_{ij}}{\sum_k D_{ik}} - \frac{\hat D_{ij}}{\sum_k \hat D_{ik}}\biggr|,\quad D_{ij} = 1 - \cos(f_i, f_j)`,
  source:
    'Kolkin, Salavon and Shakhnarovich 2019, Style transfer by relaxed optimal transport and self-similarity (STROTSS), eq. 7, layer by layer',
  inputs: featuresAndTarget,
  outputs: { loss: lossOut },
  params: { weight: lossWeight(1), weights: layerWeights, samples: samplesPerSide() },
  infer: inferTermsInPlace,
  lower(context, { features, target }, { samples }) {
    const { ir } = context;
    const terms = comparedLayers(context, features.layers, target.layers, (present, goal) => {
      const [own, theirs] = [present, goal].map(x => similarities(ir, samplesOf(ir, x, samples))) as [
        Value,
        Value,
      ];
      return meanMagnitude(ir, ir.subtract({ a: own, b: theirs }));
    });
    return { loss: { terms } };
  },
});

/** [n, C] → [n, n]: distances between all places, those of each row in units of the row's mean. */
function similarities(ir: Ir, x: Value): Value {
  const distances = cosineDistances(ir, x, x);
  const [count = 1] = x.shape;
  const means = ir.affine({ x: rowSums(ir, distances) }, { factor: 1 / count, offset: 1e-6 });
  return ir.divide({ a: distances, b: alongRows(ir, means, count) });
}
