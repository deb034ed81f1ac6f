import { port } from '../graph/port.ts';
import { success } from '../language/result.ts';
import { recoloured, toLuma } from './colour-matrix.ts';
import { defineNode } from './define-node.ts';
import { imageOut } from './image-ports.ts';
import { refuseOtherSize } from './same-size.ts';

/** One image's luma with another's chroma: the painting in the colours of the photograph. */
export const takeColours = defineNode({
  kind: 'take-colours',
  version: 1,
  title: { en: 'Take colours', zh: '取用颜色' },
  summary: { en: 'One image’s light with another’s colours', zh: '一张图的明暗配另一张图的颜色' },
  documentation: {
    en: 'Behind an Optimiser, with the content at *colours*, the result keeps the content’s colours: its own luma, and the content’s chroma (the Cb and Cr of YCbCr). Since the two differ by what is grey alone, it is enough to add the difference of their lumas. Values are cut to between 0 and 1.',
    zh: '接在“优化器”之后，并把内容图接到“颜色”，结果便保留内容图的颜色：亮度取自结果，色度（YCbCr 的 Cb 与 Cr）取自内容图。二者只差灰度部分，因此只需加上亮度之差。数值截断到 0 与 1 之间。',
  },
  formula: String.raw`Y = \operatorname{clamp}\bigl(C + Y(X) - Y(C)\bigr)`,
  source: 'jcjohnson/neural-style, -original_colors; Gatys, Bethge, Hertzmann and Shechtman 2016',
  inputs: {
    image: port.image({ en: 'Light', zh: '明暗' }),
    colours: port.image({ en: 'Colours', zh: '颜色' }),
  },
  outputs: { image: imageOut },
  passes: { image: 'image' },
  params: {},
  infer({ image, colours }) {
    const refusal = refuseOtherSize(image.shape, colours.shape, 'colours');
    return refusal ? { ok: false, reason: refusal } : success({ image });
  },
  lower({ ir }, { image, colours }) {
    const apart = ir.subtract({ a: image.value, b: colours.value });
    const x = ir.add({ a: colours.value, b: recoloured(ir, apart, toLuma) });
    return { image: { value: ir.clamp({ x }, { low: 0, high: 1 }) } };
  },
});
