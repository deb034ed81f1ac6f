import { param } from '../graph/parameter.ts';
import { port } from '../graph/port.ts';
import { success } from '../language/result.ts';
import type { Ir } from '../runtime/ir/program.ts';
import { elements, type Value } from '../runtime/ir/value.ts';
import { defineNode } from './define-node.ts';
import { eachChannel, maskAt } from './mask-values.ts';
import { eachLayer } from './stacks.ts';

/** Features of one region: what a guided Gram matrix is made of. */
export const maskFeatures = defineNode({
  kind: 'mask-features',
  version: 1,
  title: { en: 'Features within a mask', zh: '蒙版内的特征' },
  summary: {
    en: 'Features of one region, for statistics and losses of it alone',
    zh: '某一区域的特征，用于只针对该区域的统计量与损失',
  },
  documentation: {
    en: 'Multiplies the features of every layer with the mask, made as small as the layer. Before a Gram matrix, on both sides, that is guided style transfer: one style for the sky, another for the ground. Balanced, the mask has a mean square of 1, so the Gram matrix of a region, large or small, compares with that of a whole style image. Before a Content loss it holds the content there only; take it unbalanced then.',
    zh: '把每层特征乘以缩小到该层尺寸的蒙版。两侧都接在“Gram 矩阵”之前，即为引导式风格迁移：天空一种风格，地面另一种。平衡时蒙版的均方为 1，因此无论区域大小，其 Gram 矩阵都可与整张风格图的相比。接在“内容损失”之前则只在该处保持内容，此时应选不平衡。',
  },
  formula: String.raw`F' = F \circ \frac{T}{\sqrt{\operatorname{mean} T^2}}`,
  source: 'Gatys, Ecker, Bethge, Hertzmann and Shechtman 2017, Controlling perceptual factors, eq. 4 and 5',
  inputs: {
    features: port.features({ en: 'Features', zh: '特征' }),
    mask: port.mask({ en: 'Mask', zh: '蒙版' }),
  },
  outputs: { features: port.features({ en: 'Features', zh: '特征' }) },
  params: {
    balanced: param.flag({
      default: true,
      title: { en: 'Balanced', zh: '平衡' },
      hint: {
        en: 'The smaller the region, the more each of its positions counts.',
        zh: '区域越小，其中每个位置的分量越重。',
      },
    }),
  },
  infer: ({ features }) => success({ features }),
  lower({ ir }, { features, mask }, { balanced }) {
    return {
      features: {
        layers: eachLayer(features.layers, value => {
          const [height = 1, width = 1, channels = 1] = value.shape;
          const small = maskAt(ir, mask.value, [height, width]);
          const weighed = balanced ? unit(ir, small) : small;
          return ir.multiply({ a: value, b: eachChannel(ir, weighed, channels) });
        }),
      },
    };
  },
});

/** With a mean square of 1; a mask that is black everywhere stays so. */
function unit(ir: Ir, mask: Value): Value {
  const square = ir.affine(
    { x: ir.meanSquare({ x: mask }) },
    { factor: 1, offset: 1 / (1e4 * elements(mask.shape)) },
  );
  const one = ir.fill({}, { shape: [], value: 1 });
  return ir.scale({ x: mask, by: ir.divide({ a: one, b: ir.squareRoot({ x: square }) }) });
}
