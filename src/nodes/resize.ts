import { param } from '../graph/parameter.ts';
import { optional, port } from '../graph/port.ts';
import type { ImageShape } from '../graph/wire.ts';
import { success } from '../language/result.ts';
import { defineNode } from './define-node.ts';

type Fit = 'long-side' | 'short-side' | 'width' | 'height';

/** Another size, the proportions kept, or the size of another picture. */
export const resize = defineNode({
  kind: 'resize',
  version: 1,
  title: { en: 'Resize', zh: '缩放' },
  summary: { en: 'A picture at another size', zh: '改变图片的尺寸' },
  documentation: {
    en: 'Resampled by a separable filter that widens when it shrinks, so that fine detail is averaged and not aliased. The size decides how large brush strokes look: an encoder sees a fixed number of pixels. With a picture at *like*, takes exactly its size.',
    zh: '用可分离滤波器重采样；缩小时滤波器随之变宽，细节被平均而不会产生混叠。尺寸决定笔触看起来有多大，因为编码器看到的像素数是固定的。若在“参照”端口接入图片，则精确采用它的尺寸。',
  },
  formula: String.raw`Y = R\,X\,S^\top`,
  source: 'Keys 1981, Cubic convolution interpolation for digital image processing (bicubic, a = −½)',
  inputs: {
    image: port.image({ en: 'Image', zh: '图像' }),
    like: optional(port.image({ en: 'Like', zh: '参照' })),
  },
  outputs: { image: port.image({ en: 'Image', zh: '图像' }) },
  passes: { image: 'image' },
  params: {
    size: param.integer({
      default: 256,
      min: 16,
      max: 8192,
      unit: 'px',
      title: { en: 'Size', zh: '尺寸' },
      hint: { en: 'Of the side that *fit* names.', zh: '由“适配”所指的边长。' },
    }),
    fit: param.choice({
      choices: {
        'long-side': { en: 'Long side', zh: '长边' },
        'short-side': { en: 'Short side', zh: '短边' },
        width: { en: 'Width', zh: '宽' },
        height: { en: 'Height', zh: '高' },
      },
      title: { en: 'Fit', zh: '适配' },
      hint: { en: 'Which side gets the size.', zh: '哪条边采用该尺寸。' },
    }),
    filter: param.choice({
      choices: {
        bicubic: { en: 'Bicubic', zh: '双三次' },
        bilinear: { en: 'Bilinear', zh: '双线性' },
        area: { en: 'Area', zh: '区域平均' },
      },
      title: { en: 'Filter', zh: '滤波器' },
      hint: { en: 'Bicubic is sharp, area is plain averaging.', zh: '双三次较锐利，区域平均最平实。' },
    }),
  },
  infer({ image, like }, { size, fit }) {
    return success({ image: { shape: like ? like.shape : fitted(image.shape, size, fit) } });
  },
  lower({ ir }, { image, like }, { size, fit, filter }) {
    const [height = 1, width = 1] = image.value.shape;
    const [toHeight = 1, toWidth = 1] = like ? like.value.shape : fitted([height, width, 3], size, fit);
    if (toHeight === height && toWidth === width) return { image: { value: image.value } };
    return {
      image: {
        value: ir.resample(
          { x: image.value },
          { from: [height, width], to: [toHeight, toWidth], filter, adjoint: false },
        ),
      },
    };
  },
});

function fitted([height, width, channels]: ImageShape, size: number, fit: Fit): ImageShape {
  const side = {
    'long-side': Math.max(height, width),
    'short-side': Math.min(height, width),
    width,
    height,
  }[fit];
  const scaled = (extent: number) => Math.max(1, Math.round((extent * size) / side));
  return [scaled(height), scaled(width), channels];
}
