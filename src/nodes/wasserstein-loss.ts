import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';
import { defineNode } from './define-node.ts';
import { mean } from './distances.ts';
import { balancing, comparedLayers, layerWeights, lossWeight } from './layer-terms.ts';
import { featuresAndTarget, inferTerms, lossOut } from './loss-ports.ts';
import { matrixRoot, reciprocal } from './matrix-root.ts';
import { covarianceOf, meansOf, positionsOf } from './moments.ts';

/** How far the picture's features would have to be moved to be spread like the style's. */
export const wassersteinLoss = defineNode({
  kind: 'wasserstein-loss',
  version: 1,
  title: { en: 'Wasserstein loss', zh: 'Wasserstein 损失' },
  summary: {
    en: 'Brings mean and covariance to the style’s by the shortest way',
    zh: '以最短路径让均值与协方差接近风格图',
  },
  documentation: {
    en: 'Takes the features of each layer for a normal distribution and asks how far one must be moved to become the other: the squared 2-Wasserstein distance, divided by the channels. Unlike the squared difference of Gram matrices it is measured in features, not in their squares, so strong channels do not drown the weak ones; crowsonkb’s style-transfer-pytorch owes its quality to it. The square root of a matrix is taken by twelve Newton–Schulz iterations, and 10⁻⁴ is added to each variance. Balanced, the features are divided by the root of the target’s mean square first. Costs several products of channels × channels matrices, which is felt with the 512 channels of VGG-19’s deep layers.',
    zh: '把每层特征视为正态分布，计算一个分布要移动多远才能变成另一个：2-Wasserstein 距离的平方，除以通道数。与 Gram 矩阵之差的平方不同，它以特征本身而非其平方来度量，强通道不会淹没弱通道；crowsonkb 的 style-transfer-pytorch 的质量正得益于此。矩阵平方根用十二次 Newton–Schulz 迭代求得，每个方差加 10⁻⁴。启用平衡时，先将特征除以目标均方值的平方根。它需要多次“通道×通道”的矩阵乘法，在 VGG-19 深层的 512 个通道上会明显变慢。',
  },
  formula: String.raw`L = \sum_l w_l\,\tfrac1C\Bigl(\lVert\mu-\hat\mu\rVert^2 + \operatorname{tr}\bigl(\Sigma + \hat\Sigma - 2\,(\hat\Sigma^{1/2}\,\Sigma\,\hat\Sigma^{1/2})^{1/2}\bigr)\Bigr)`,
  source:
    'crowsonkb/style-transfer-pytorch (StyleLossW2), from Olkin and Pukelsheim 1982, The distance between two random vectors with given dispersion matrices',
  inputs: featuresAndTarget,
  outputs: { loss: lossOut },
  params: { weight: lossWeight(1), weights: layerWeights, balance: balancing },
  infer: inferTerms,
  lower(context, { features, target }, { balance }) {
    const { ir } = context;
    const terms = comparedLayers(context, features.layers, target.layers, (present, goal) => {
      const square = ir.affine({ x: ir.meanSquare({ x: goal }) }, { factor: 1, offset: 1e-12 });
      const by = balance ? reciprocal(ir, square) : undefined;
      return distance(ir, moments(ir, present, by), moments(ir, goal, by));
    });
    return { loss: { terms } };
  },
});

interface Moments {
  /** [1, C] */
  readonly means: Value;
  /** [C, C] */
  readonly covariance: Value;
}

/** Of the features, or of features whose squares are scaled by `by`. */
function moments(ir: Ir, x: Value, by?: Value): Moments {
  const means = meansOf(ir, positionsOf(ir, x));
  const spread = covarianceOf(ir, x);
  const scaled = by ? ir.scale({ x: spread, by }) : spread;
  const [size = 0] = spread.shape;
  const floor = ir.affine({ x: ir.identity({}, { size }) }, { factor: 1e-4, offset: 0 });
  return {
    means: by ? ir.scale({ x: means, by: ir.squareRoot({ x: by }) }) : means,
    covariance: ir.add({ a: scaled, b: floor }),
  };
}

function distance(ir: Ir, picture: Moments, target: Moments): Value {
  const root = matrixRoot(ir, target.covariance);
  const between = ir.matmul({ a: ir.matmul({ a: root, b: picture.covariance }), b: root });
  const both = ir.add({ a: picture.covariance, b: target.covariance });
  const shared = ir.affine({ x: matrixRoot(ir, between) }, { factor: 2, offset: 0 });
  return ir.add({
    a: ir.meanSquare({ x: ir.subtract({ a: picture.means, b: target.means }) }),
    b: meanOfDiagonal(ir, ir.subtract({ a: both, b: shared })),
  });
}

function meanOfDiagonal(ir: Ir, x: Value): Value {
  const [size = 0] = x.shape;
  const diagonal = ir.multiply({ a: x, b: ir.identity({}, { size }) });
  return ir.affine({ x: mean(ir, diagonal) }, { factor: size, offset: 0 });
}
