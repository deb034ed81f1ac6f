import { param } from '../graph/parameter.ts';
import { message } from '../language/message.ts';
import { success } from '../language/result.ts';
import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';
import { defineNode } from './define-node.ts';
import { alongRows, products, rowSums } from './distances.ts';
import { balancing, comparedLayers, inPartsOf, layerWeights, lossWeight } from './layer-terms.ts';
import { featuresAndTarget, lossOut } from './loss-ports.ts';
import { samplesOf, samplesPerSide } from './samples.ts';
import { refuseStack } from './stacks.ts';

/** How far each patch of the picture is from the style's patch that is most like it. */
export const patchLoss = defineNode({
  kind: 'patch-loss',
  version: 1,
  title: { en: 'Patch loss (MRF)', zh: '图块损失（MRF）' },
  summary: {
    en: 'Each patch becomes the most similar one of the style',
    zh: '让每个图块变成风格图中与之最相似的图块',
  },
  documentation: {
    en: 'For each patch of features the most similar patch of the style is found, by normalised cross-correlation, and the mean squared difference to it is the loss. Where Gram matrices mix, this copies: eyes become painted eyes, leaves painted leaves, if the style has any. Patches are taken on a lattice of samples, so it is best at deep layers (relu3_1, relu4_1). Balanced, each layer’s loss is divided by the mean square of the target’s patches.',
    zh: '为每个特征图块在风格图中寻找最相似的图块（按归一化互相关），与它的均方差即为损失。Gram 矩阵是混合，这里则是照搬：只要风格图中有，眼睛就变成画出来的眼睛，树叶变成画出来的树叶。图块按网格采样，因此适合深层（relu3_1、relu4_1）。启用平衡后，每层损失除以目标图块的均方值。',
  },
  formula: String.raw`L = \sum_l w_l \operatorname{mean}_i\,\bigl\lVert \psi_i - \hat\psi_{n(i)} \bigr\rVert^2,\quad n(i) = \arg\max_j \frac{\psi_i\cdot\hat\psi_j}{\lVert\psi_i\rVert\,\lVert\hat\psi_j\rVert}`,
  source:
    'Li and Wand 2016, Combining Markov random fields and convolutional neural networks for image synthesis, eq. 2 and 3, on sampled positions, as a mean',
  inputs: featuresAndTarget,
  outputs: { loss: lossOut },
  params: {
    weight: lossWeight(1),
    weights: layerWeights,
    balance: balancing,
    patch: param.choice({
      choices: {
        three: { en: '3×3 positions', zh: '3×3 位置' },
        one: { en: 'Single positions', zh: '单个位置' },
      },
      title: { en: 'Patch', zh: '图块' },
      hint: { en: 'Larger patches keep more of the style’s shapes.', zh: '图块越大，保留的风格形状越多。' },
    }),
    samples: samplesPerSide(),
  },
  infer({ features, target }, { patch }) {
    const refusal = refuseStack(features, target, 'features');
    if (refusal) return { ok: false, reason: refusal };
    for (const [name, { layers }] of Object.entries({ features, target })) {
      const small = Object.entries(layers).find(
        ([layer, [height, width]]) => layer in target.layers && Math.min(height, width) < extents[patch],
      );
      if (!small) continue;
      const [layer, [height, width]] = small;
      return {
        ok: false,
        reason: { reason: message('patch.too-small', { layer, height, width }), port: name },
      };
    }
    return success({ loss: { terms: Object.keys(target.layers) } });
  },
  lower(context, { features, target }, { balance, patch, samples }) {
    const { ir } = context;
    const terms = comparedLayers(context, features.layers, target.layers, (present, goal) => {
      const [own, theirs] = [present, goal].map(x => patches(ir, x, extents[patch], samples)) as [
        Value[],
        Value[],
      ];
      const chosen = mostSimilar(ir, own, theirs);
      const apart = own.map((x, at) =>
        ir.subtract({ a: x, b: ir.matmul({ a: chosen, b: theirs[at] ?? x }) }),
      );
      const distance = meanSquareOf(ir, apart);
      return balance ? inPartsOf(ir, distance, meanSquareOf(ir, theirs)) : distance;
    });
    return { loss: { terms } };
  },
});

const extents = { three: 3, one: 1 };

/** A patch is as many features as it has positions: a matrix [n, C] for each of these, from upper left to lower right. */
function patches(ir: Ir, x: Value, extent: number, samples: number): Value[] {
  const [height = 0, width = 0] = x.shape;
  const size = [height - extent + 1, width - extent + 1] as const;
  return Array.from({ length: extent * extent }, (_, place) => {
    const at = [Math.floor(place / extent), place % extent] as const;
    return samplesOf(ir, ir.crop({ x }, { whole: [height, width], at, size, adjoint: false }), samples);
  });
}

/** [n, m]: 1 where the patch of a column is the one most like that of the row. */
function mostSimilar(ir: Ir, own: readonly Value[], theirs: readonly Value[]): Value {
  const similarity = sumOf(
    ir,
    own.map((x, at) => products(ir, x, theirs[at] ?? x)),
  );
  const squares = sumOf(
    ir,
    theirs.map(x => rowSums(ir, ir.multiply({ a: x, b: x }))),
  );
  const lengths = ir.squareRoot({ x: ir.affine({ x: squares }, { factor: 1, offset: 1e-8 }) });
  // The length of the row's own patch is the same all along the row, and decides nothing.
  const [rows = 0] = similarity.shape;
  return ir.largest({
    x: ir.divide({ a: similarity, b: ir.transpose({ x: alongRows(ir, lengths, rows) }) }),
  });
}

const sumOf = (ir: Ir, values: readonly Value[]): Value => values.reduce((a, b) => ir.add({ a, b }));

const meanSquareOf = (ir: Ir, values: readonly Value[]): Value =>
  ir.affine(
    {
      x: sumOf(
        ir,
        values.map(x => ir.meanSquare({ x })),
      ),
    },
    { factor: 1 / values.length, offset: 0 },
  );
