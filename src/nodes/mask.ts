import { param } from '../graph/parameter.ts';
import { port } from '../graph/port.ts';
import { success } from '../language/result.ts';
import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';
import { luma } from './colour-matrix.ts';
import { defineNode } from './define-node.ts';
import { imageIn } from './image-ports.ts';
import { maskAt } from './mask-values.ts';
import { positionsOf } from './moments.ts';

const sources = {
  luminance: luma,
  red: [1, -0.5, -0.5],
  green: [-0.5, 1, -0.5],
  blue: [-0.5, -0.5, 1],
} as const;

/** A region of an image, by how bright it is or by its colour. */
export const mask = defineNode({
  kind: 'mask',
  version: 1,
  title: { en: 'Mask', zh: '蒙版' },
  summary: {
    en: 'A region by brightness or colour, or a mask from a file',
    zh: '按亮度或颜色选区，或来自文件的蒙版',
  },
  documentation: {
    en: 'White is in, black is out, and grey is in part. By luminance, a black and white image that was painted elsewhere is a mask as it is; with a range, it is the lights or the shadows of a photograph. By red, green or blue it is how much of that colour there is more than of the two others. The edges are soft over a tenth of the brightness, and feathered as wide as is asked for.',
    zh: '白为内，黑为外，灰为部分。按明度：在别处画好的黑白图可直接作为蒙版；配合范围则选出照片的亮部或暗部。按红、绿、蓝：该颜色比另外两种多出多少。边缘在十分之一的亮度内过渡，并按要求羽化。',
  },
  formula: String.raw`T = \operatorname{clamp}\Bigl(\frac{Y - l}{0.1} + \tfrac12\Bigr)\,\operatorname{clamp}\Bigl(\frac{h - Y}{0.1} + \tfrac12\Bigr)`,
  source:
    'Guidance channels: Gatys, Ecker, Bethge, Hertzmann and Shechtman 2017, Controlling perceptual factors',
  inputs: { image: imageIn },
  outputs: { mask: port.mask({ en: 'Mask', zh: '蒙版' }) },
  params: {
    from: param.choice({
      choices: {
        luminance: { en: 'Luminance', zh: '明度' },
        red: { en: 'Red', zh: '红' },
        green: { en: 'Green', zh: '绿' },
        blue: { en: 'Blue', zh: '蓝' },
      },
      title: { en: 'By', zh: '依据' },
      hint: { en: 'What of the image decides.', zh: '由图像的什么决定。' },
    }),
    low: param.number({
      default: 0.5,
      min: -0.1,
      max: 1,
      step: 0.01,
      title: { en: 'From', zh: '下限' },
      hint: { en: 'What is darker is out.', zh: '更暗的在外。' },
    }),
    high: param.number({
      default: 1.1,
      min: 0,
      max: 1.1,
      step: 0.01,
      title: { en: 'To', zh: '上限' },
      hint: { en: 'What is brighter is out.', zh: '更亮的在外。' },
    }),
    feather: param.number({
      default: 0.01,
      min: 0,
      max: 0.25,
      step: 0.005,
      title: { en: 'Feather', zh: '羽化' },
      hint: { en: 'How wide the edge is, as a part of the longer side.', zh: '边缘宽度，占长边的比例。' },
    }),
    invert: param.flag({
      default: false,
      title: { en: 'Inverted', zh: '反转' },
      hint: { en: 'What is in is out.', zh: '内外互换。' },
    }),
  },
  infer: ({ image: { shape } }) => success({ mask: { shape: [shape[0], shape[1], 1] } }),
  lower({ ir }, { image: { value } }, { from, low, high, feather, invert }) {
    const [height = 1, width = 1] = value.shape;
    const weights = ir.constant({}, { shape: [3, 1], numbers: [...sources[from]] });
    const seen = ir.reshape(
      { x: ir.matmul({ a: positionsOf(ir, value), b: weights }) },
      { shape: [height, width, 1] },
    );
    const edge = (factor: number, limit: number) =>
      ir.clamp({ x: ir.affine({ x: seen }, { factor, offset: 0.5 - factor * limit }) }, { low: 0, high: 1 });
    const inside = ir.multiply({ a: edge(10, low), b: edge(-10, high) });
    const soft = feathered(ir, inside, feather * Math.max(height, width));
    return { mask: { value: invert ? ir.affine({ x: soft }, { factor: -1, offset: 1 }) : soft } };
  },
});

/** Blurred over `width` pixels: averaged to cells of that size, and spread again. */
function feathered(ir: Ir, x: Value, width: number): Value {
  const [height = 1, across = 1] = x.shape;
  if (width < 2) return x;
  const cells = [Math.max(1, Math.round(height / width)), Math.max(1, Math.round(across / width))] as const;
  const coarse = maskAt(ir, x, cells);
  return ir.resample(
    { x: coarse },
    { from: cells, to: [height, across], filter: 'bilinear', adjoint: false },
  );
}
