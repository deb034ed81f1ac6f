import { param } from '../graph/parameter.ts';
import type { ImageShape } from '../graph/wire.ts';
import { success } from '../language/result.ts';
import { defineNode } from './define-node.ts';
import { imageIn, imageOut } from './image-ports.ts';

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const part = (initial: number, en: string, zh: string, hint: { readonly en: string; readonly zh: string }) =>
  param.number({ default: initial, min: 0, max: 1, step: 0.01, title: { en, zh }, hint });

/** A rectangle of an image. */
export const crop = defineNode({
  kind: 'crop',
  version: 1,
  title: { en: 'Crop', zh: '裁剪' },
  summary: { en: 'A rectangle of an image', zh: '图像中的一个矩形' },
  documentation: {
    en: 'Everything is a part of the image’s width or height, so the same rectangle fits the image at any size. What would lie beyond the edge is left out; at least one pixel remains. The gradient of a picture that is painted flows back to where the rectangle was.',
    zh: '所有数值都是图像宽或高的比例，因此同一个矩形适用于任何尺寸。超出边缘的部分被忽略，至少保留一个像素。若画面正在绘制，梯度会流回矩形原来的位置。',
  },
  formula: String.raw`Y_{ij} = X_{i+t,\; j+l}`,
  source: 'A slice of the pixels; the way back pads with zeros',
  inputs: { image: imageIn },
  outputs: { image: imageOut },
  params: {
    left: part(0, 'Left', '左', { en: 'Where it begins, from the left edge.', zh: '从左边缘起的位置。' }),
    top: part(0, 'Top', '上', { en: 'Where it begins, from the upper edge.', zh: '从上边缘起的位置。' }),
    width: part(1, 'Width', '宽', { en: 'As a part of the whole width.', zh: '占整个宽度的比例。' }),
    height: part(1, 'Height', '高', { en: 'As a part of the whole height.', zh: '占整个高度的比例。' }),
  },
  infer: ({ image }, rectangle) =>
    success({ image: { shape: [...pixelsOf(image.shape, rectangle).size, image.shape[2]] } }),
  lower({ ir }, { image: { value } }, rectangle) {
    const [height = 1, width = 1] = value.shape;
    const { at, size } = pixelsOf([height, width, 3], rectangle);
    return { image: { value: ir.crop({ x: value }, { whole: [height, width], at, size, adjoint: false }) } };
  },
});

function pixelsOf([rows, columns]: ImageShape, { left, top, width, height }: Rectangle) {
  const along = (whole: number, from: number, length: number) => {
    const at = Math.min(whole - 1, Math.round(from * whole));
    return { at, size: Math.max(1, Math.min(whole - at, Math.round(length * whole))) };
  };
  const [down, across] = [along(rows, top, height), along(columns, left, width)];
  return { at: [down.at, across.at], size: [down.size, across.size] } as const;
}
