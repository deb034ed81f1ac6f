import { param } from '../graph/parameter.ts';
import { success } from '../language/result.ts';
import { defineNode } from './define-node.ts';
import { imageIn, imageOut } from './image-ports.ts';

/** What each turn is, of rows and columns exchanged and their order. */
const turns = {
  none: { transpose: false, flipRows: false, flipColumns: false },
  right: { transpose: true, flipRows: false, flipColumns: true },
  half: { transpose: false, flipRows: true, flipColumns: true },
  left: { transpose: true, flipRows: true, flipColumns: false },
};

const mirrors = {
  none: { flipRows: false, flipColumns: false },
  sideways: { flipRows: false, flipColumns: true },
  upright: { flipRows: true, flipColumns: false },
};

/** An image turned by quarters and mirrored. */
export const turn = defineNode({
  kind: 'turn',
  version: 1,
  title: { en: 'Rotate and mirror', zh: '旋转与镜像' },
  summary: { en: 'An image turned by quarters, or mirrored', zh: '按直角旋转或镜像图像' },
  documentation: {
    en: 'Pixels only change places, so nothing is blurred and turning back gives the image again. A style has its directions: turned, its strokes run the other way. First it is turned, then mirrored.',
    zh: '像素只是换位置，因此不会模糊，转回去即得原图。风格有方向性：旋转之后，笔触的走向也随之改变。先旋转，后镜像。',
  },
  formula: String.raw`Y_{ij} = X_{\pi(i, j)}`,
  source: 'The eight symmetries of a rectangle',
  inputs: { image: imageIn },
  outputs: { image: imageOut },
  params: {
    turn: param.choice({
      choices: {
        none: { en: 'Not at all', zh: '不旋转' },
        right: { en: 'A quarter to the right', zh: '向右九十度' },
        half: { en: 'Half round', zh: '一百八十度' },
        left: { en: 'A quarter to the left', zh: '向左九十度' },
      },
      title: { en: 'Rotate', zh: '旋转' },
      hint: { en: 'By how much it is turned.', zh: '旋转多少。' },
    }),
    mirror: param.choice({
      choices: {
        none: { en: 'Not at all', zh: '不镜像' },
        sideways: { en: 'Left and right', zh: '左右互换' },
        upright: { en: 'Above and below', zh: '上下互换' },
      },
      title: { en: 'Mirror', zh: '镜像' },
      hint: { en: 'Which sides are exchanged.', zh: '互换哪两边。' },
    }),
  },
  infer({ image: { shape } }, { turn: way }) {
    const [height, width, channels] = shape;
    return success({ image: { shape: turns[way].transpose ? [width, height, channels] : shape } });
  },
  lower({ ir }, { image: { value } }, { turn: way, mirror }) {
    const turned = ir.orient({ x: value }, turns[way]);
    return { image: { value: ir.orient({ x: turned }, { transpose: false, ...mirrors[mirror] }) } };
  },
});
