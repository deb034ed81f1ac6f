import { param } from '../graph/parameter.ts';
import { success } from '../language/result.ts';
import { after, hueTurn, recoloured, saturation } from './colour-matrix.ts';
import { defineNode } from './define-node.ts';
import { imageIn, imageOut } from './image-ports.ts';

/** Brightness, contrast, saturation, hue: what one does to a photograph before it is painted. */
export const adjust = defineNode({
  kind: 'adjust',
  version: 1,
  title: { en: 'Adjust', zh: '调整' },
  summary: { en: 'Brightness, contrast, saturation and hue', zh: '亮度、对比度、饱和度与色相' },
  documentation: {
    en: 'A content with more contrast gives the optimiser clearer edges; a style with less saturation gives away fewer of its colours. Contrast turns about middle grey; saturation and hue keep the luma (BT.601). Values are cut to between 0 and 1 at the end.',
    zh: '对比度更高的内容图给优化器更清晰的边缘；饱和度更低的风格图少传递一些颜色。对比度以中灰为轴；饱和度与色相保持亮度（BT.601）不变。最后把数值截断到 0 与 1 之间。',
  },
  formula: String.raw`Y = \operatorname{clamp}\bigl(c\,(X\,S\,H - \tfrac12) + \tfrac12 + b\bigr)`,
  symbols: { brightness: 'b', contrast: 'c' },
  source: 'Matrices of saturation and hue: W3C Filter Effects, feColorMatrix, with the luma of BT.601',
  inputs: { image: imageIn },
  outputs: { image: imageOut },
  params: {
    brightness: param.number({
      default: 0,
      min: -1,
      max: 1,
      step: 0.01,
      title: { en: 'Brightness', zh: '亮度' },
      hint: { en: 'Added to every channel.', zh: '加到每个通道上。' },
    }),
    contrast: param.number({
      default: 1,
      min: 0,
      max: 4,
      step: 0.01,
      title: { en: 'Contrast', zh: '对比度' },
      hint: { en: '0 is middle grey, 1 changes nothing.', zh: '0 为中灰，1 不变。' },
    }),
    saturation: param.number({
      default: 1,
      min: 0,
      max: 4,
      step: 0.01,
      title: { en: 'Saturation', zh: '饱和度' },
      hint: { en: '0 is grey, 1 changes nothing.', zh: '0 为灰度，1 不变。' },
    }),
    hue: param.number({
      default: 0,
      min: -180,
      max: 180,
      step: 1,
      unit: '°',
      title: { en: 'Hue', zh: '色相' },
      hint: {
        en: 'How far every colour is turned, from red towards green.',
        zh: '所有颜色旋转的角度，由红向绿。',
      },
    }),
  },
  infer: ({ image }) => success({ image }),
  lower({ ir }, { image: { value } }, { brightness, contrast, saturation: vivid, hue }) {
    const coloured =
      vivid === 1 && hue === 0 ? value : recoloured(ir, value, after(saturation(vivid), hueTurn(hue)));
    const lit = ir.affine({ x: coloured }, { factor: contrast, offset: 0.5 - 0.5 * contrast + brightness });
    return { image: { value: lit === value ? value : ir.clamp({ x: lit }, { low: 0, high: 1 }) } };
  },
});
