import { success } from '../language/result.ts';
import { recoloured, toLuma } from './colour-matrix.ts';
import { defineNode } from './define-node.ts';
import { imageIn, imageOut } from './image-ports.ts';

/** How bright each pixel is, and nothing of its colour. */
export const luminance = defineNode({
  kind: 'luminance',
  version: 1,
  title: { en: 'Luminance', zh: '明度' },
  summary: { en: 'An image without its colours', zh: '去掉颜色的图像' },
  documentation: {
    en: 'Each channel becomes the luma of BT.601. Content and style both through it, the style is transferred in luminance only; Take colours then gives the result the content’s colours (Gatys and others 2016, section 3.2).',
    zh: '每个通道都变成 BT.601 的亮度。内容与风格都经过它时，只在明度上迁移风格；之后用“取用颜色”把内容图的颜色还给结果（Gatys 等 2016，第 3.2 节）。',
  },
  formula: String.raw`Y = 0.299\,R + 0.587\,G + 0.114\,B`,
  source:
    'ITU-R BT.601; Gatys, Bethge, Hertzmann and Shechtman 2016, Preserving color in neural artistic style transfer',
  inputs: { image: imageIn },
  outputs: { image: imageOut },
  params: {},
  infer: ({ image }) => success({ image }),
  lower: ({ ir }, { image: { value } }) => ({ image: { value: recoloured(ir, value, toLuma) } }),
});
