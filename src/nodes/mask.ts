import type { Facts } from '../graph/kind.ts';
import { param } from '../graph/parameter.ts';
import { port } from '../graph/port.ts';
import { onlyWith } from '../graph/relevance.ts';
import { message } from '../language/message.ts';
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

/** A region of an image, by how bright it is, by its colour, or painted by hand. */
export const mask = defineNode({
  kind: 'mask',
  version: 2,
  title: { en: 'Mask', zh: '蒙版' },
  summary: {
    en: 'A region: painted, from a file, or by brightness or colour',
    zh: '选区：手绘、来自文件，或按亮度、颜色',
  },
  documentation: {
    en: 'White is in, black is out, and grey is in part. By luminance, a black and white image that was painted elsewhere is a mask as it is; with a range, it is the lights or the shadows of a photograph. By red, green or blue it is how much of that colour there is more than of the two others. The edges are soft over a tenth of the brightness. Painted with the brush, or loaded, a mask is taken as it is, stretched over the image. All of them are feathered as wide as is asked for.',
    zh: '白为内，黑为外，灰为部分。按明度：在别处画好的黑白图可直接作为蒙版；配合范围则选出照片的亮部或暗部。按红、绿、蓝：该颜色比另外两种多出多少。边缘在十分之一的亮度内过渡。用画笔绘制或载入的蒙版按原样采用，并拉伸到图像大小。各种蒙版都按要求羽化。',
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
        painted: { en: 'Brush', zh: '画笔' },
      },
      title: { en: 'By', zh: '依据' },
      hint: {
        en: 'What of the image decides; or the brush, whatever is in the image.',
        zh: '由图像的什么决定；或由画笔决定，与图像内容无关。',
      },
    }),
    painted: param.mask({
      title: { en: 'Painted', zh: '绘制' },
      hint: {
        en: 'Paint it over the picture, or load one: white is in. Counts where the mask is by brush.',
        zh: '在图片上绘制，或载入：白为内。仅在依据为画笔时有效。',
      },
    }),
    low: onlyWith(
      { from: ['luminance', 'red', 'green', 'blue'] },
      param.number({
        default: 0.5,
        min: -0.1,
        max: 1,
        step: 0.01,
        title: { en: 'From', zh: '下限' },
        hint: { en: 'What is darker is out.', zh: '更暗的在外。' },
      }),
    ),
    high: onlyWith(
      { from: ['luminance', 'red', 'green', 'blue'] },
      param.number({
        default: 1.1,
        min: 0,
        max: 1.1,
        step: 0.01,
        title: { en: 'To', zh: '上限' },
        hint: { en: 'What is brighter is out.', zh: '更亮的在外。' },
      }),
    ),
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
  infer({ image: { shape } }, { from, painted }, facts) {
    if (from === 'painted') {
      if (painted === 'none') {
        return { ok: false, reason: { reason: message('mask.not-painted'), param: 'painted' } };
      }
      const known = facts.image(painted);
      if (!known.ok) return { ok: false, reason: { reason: known.reason, param: 'painted' } };
    }
    return success({ mask: { shape: [shape[0], shape[1], 1] } });
  },
  lower({ ir, facts }, { image: { value } }, { from, painted, low, high, feather, invert }) {
    const [height = 1, width = 1] = value.shape;
    const inside =
      from === 'painted'
        ? paintedMask(ir, facts, painted, [height, width])
        : withinRange(ir, seenBy(ir, value, sources[from]), low, high);
    const soft = feathered(ir, inside, feather * Math.max(height, width));
    return { mask: { value: invert ? ir.affine({ x: soft }, { factor: -1, offset: 1 }) : soft } };
  },
});

/** [H, W, 3] → [H, W, 1], with a weight for each channel. */
function seenBy(ir: Ir, image: Value, weights: readonly number[]): Value {
  const [height = 1, width = 1] = image.shape;
  const column = ir.constant({}, { shape: [3, 1], numbers: [...weights] });
  return ir.reshape(
    { x: ir.matmul({ a: positionsOf(ir, image), b: column }) },
    { shape: [height, width, 1] },
  );
}

function withinRange(ir: Ir, seen: Value, low: number, high: number): Value {
  const edge = (factor: number, limit: number) =>
    ir.clamp({ x: ir.affine({ x: seen }, { factor, offset: 0.5 - factor * limit }) }, { low: 0, high: 1 });
  return ir.multiply({ a: edge(10, low), b: edge(-10, high) });
}

/** The brightness of a picture that was painted as a mask, stretched to the size of the image. */
function paintedMask(ir: Ir, facts: Facts, reference: string, to: readonly [number, number]): Value {
  const known = facts.image(reference);
  if (!known.ok) throw new Error(`The mask ${reference} was not known when it was compiled.`);
  const { hash, height, width } = known.value;
  const seen = seenBy(ir, ir.image({ hash, shape: [height, width, 3] }), luma);
  const isLarger = to[0] > height || to[1] > width;
  return ir.resample(
    { x: seen },
    { from: [height, width], to, filter: isLarger ? 'bilinear' : 'area', adjoint: false },
  );
}

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
