import { param } from '../graph/parameter.ts';
import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';
import { defineNode } from './define-node.ts';
import { rowSums } from './distances.ts';
import { balancing, comparedLayers, inPartsOf, layerWeights, lossWeight } from './layer-terms.ts';
import { featuresAndTarget, inferTerms, lossOut } from './loss-ports.ts';
import { positionsOf } from './moments.ts';
import { atRanksOf, sorted } from './sorted.ts';

/** Whether the features are spread like the style's, looked at along many directions. */
export const slicedWassersteinLoss = defineNode({
  kind: 'sliced-wasserstein-loss',
  version: 1,
  title: { en: 'Sliced Wasserstein', zh: '切片 Wasserstein' },
  summary: {
    en: 'Brings the whole distribution of features to the style’s',
    zh: '让特征的整个分布接近风格图',
  },
  documentation: {
    en: 'Projects the features onto random directions, sorts each projection, and compares rank by rank. Gram matrices know only which channels fire together on average; this knows the whole distribution, and so keeps the style’s contrast and its rare features, too. The directions are drawn once, from a seed, and stay the same at each iteration (Heitz and others draw new ones each time; then 64 do what some hundreds do here). Where the images differ in size, the target is read at the nearest rank. Balanced, each layer’s loss is divided by the mean square of the target’s projections.',
    zh: '把特征投影到随机方向，对每个投影排序，再逐个名次比较。Gram 矩阵只知道平均而言哪些通道一起激活；这里比较的是整个分布，因此也能保住风格的对比与罕见特征。方向由种子一次性抽取，各次迭代不变（Heitz 等人每次重新抽取，那样 64 个方向相当于这里的几百个）。两图大小不同时，按最近的名次读取目标。启用平衡后，每层损失除以目标投影的均方值。',
  },
  formula: String.raw`L = \sum_l w_l \operatorname{mean}\,\bigl(\operatorname{sort}(F_l\,d) - \operatorname{sort}(\hat F_l\,d)\bigr)^2,\quad \lVert d\rVert = 1`,
  source:
    'Heitz, Vanhoey, Chambon and Belcour 2021, A sliced Wasserstein loss for neural texture synthesis, eq. 5',
  inputs: featuresAndTarget,
  outputs: { loss: lossOut },
  params: {
    weight: lossWeight(1),
    weights: layerWeights,
    balance: balancing,
    directions: param.integer({
      default: 64,
      min: 1,
      max: 1024,
      title: { en: 'Directions', zh: '方向数' },
      hint: {
        en: 'More see the distribution from more sides, and take longer.',
        zh: '方向越多，看到的分布越全面，也越慢。',
      },
    }),
    seed: param.integer({
      default: 1,
      min: 0,
      max: 999_999,
      title: { en: 'Seed', zh: '种子' },
      hint: { en: 'Of the directions.', zh: '用于抽取方向。' },
    }),
  },
  infer: inferTerms,
  lower(context, { features, target }, { balance, directions, seed }) {
    const { ir } = context;
    const terms = comparedLayers(context, features.layers, target.layers, (present, goal) => {
      const slices = (x: Value) => sorted(ir, projections(ir, x, directions, seed));
      const [picture, wanted] = [slices(present), slices(goal)];
      const apart = ir.subtract({ a: picture, b: atRanksOf(ir, picture, wanted) });
      const distance = ir.meanSquare({ x: apart });
      return balance ? inPartsOf(ir, distance, ir.meanSquare({ x: wanted })) : distance;
    });
    return { loss: { terms } };
  },
});

/** [H, W, C] → [directions, HW]: how far each feature lies along each of the directions, which have length 1. */
function projections(ir: Ir, x: Value, directions: number, seed: number): Value {
  const [, , channels = 0] = x.shape;
  const drawn = ir.noise({}, { shape: [directions, channels], seed });
  const lengths = ir.squareRoot({ x: rowSums(ir, ir.multiply({ a: drawn, b: drawn })) });
  const unit = ir.divide({
    a: drawn,
    b: ir.matmul({ a: lengths, b: ir.fill({}, { shape: [1, channels], value: 1 }) }),
  });
  return ir.matmul({ a: unit, b: ir.transpose({ x: positionsOf(ir, x) }) });
}
