import { param } from '../graph/parameter.ts';
import type { ImageShape } from '../graph/wire.ts';
import { success } from '../language/result.ts';
import { defineNode } from './define-node.ts';
import { imageIn, imageOut } from './image-ports.ts';

/** An image some times as large: an encoder sees larger strokes. */
export const styleScale = defineNode({
  kind: 'style-scale',
  version: 1,
  title: { en: 'Style scale', zh: '风格尺度' },
  summary: {
    en: 'Larger or smaller strokes: the style image some times as large',
    zh: '更大或更小的笔触：把风格图放大若干倍',
  },
  documentation: {
    en: 'An encoder sees a fixed number of pixels at once. A style image that is twice as large shows it strokes that are twice as large, and so it paints; a smaller one gives finer texture. Bicubic, and widened when it shrinks.',
    zh: '编码器一次看到的像素数是固定的。风格图放大一倍，它看到的笔触就大一倍，画出来也是如此；缩小则得到更细的纹理。采用双三次滤波，缩小时滤波器变宽。',
  },
  formula: String.raw`Y = R\,X\,S^\top`,
  source: 'jcjohnson/neural-style, -style_scale; Keys 1981 (bicubic)',
  inputs: { image: imageIn },
  outputs: { image: imageOut },
  params: {
    factor: param.number({
      default: 1,
      min: 0.1,
      max: 4,
      step: 0.05,
      scale: 'logarithmic',
      unit: '×',
      title: { en: 'Scale', zh: '倍数' },
      hint: { en: 'What both sides are multiplied by.', zh: '两边同乘的倍数。' },
    }),
  },
  infer: ({ image }, { factor }) => success({ image: { shape: scaled(image.shape, factor) } }),
  lower({ ir }, { image: { value } }, { factor }) {
    const [height = 1, width = 1] = value.shape;
    const [toHeight, toWidth] = scaled([height, width, 3], factor);
    const to = [toHeight, toWidth] as const;
    return {
      image: {
        value: ir.resample({ x: value }, { from: [height, width], to, filter: 'bicubic', adjoint: false }),
      },
    };
  },
});

const scaled = ([height, width, channels]: ImageShape, factor: number): ImageShape => [
  Math.max(1, Math.round(height * factor)),
  Math.max(1, Math.round(width * factor)),
  channels,
];
