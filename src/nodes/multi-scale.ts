import { param } from '../graph/parameter.ts';
import { port } from '../graph/port.ts';
import { success } from '../language/result.ts';
import { factorsUpTo } from '../runtime/compile/scales.ts';
import { defineNode } from './define-node.ts';

const growths = { 'root-2': Math.SQRT2, 'three-halves': 1.5, double: 2 };

/** How many times as large each scale is as the one before, by the value of the parameter. */
export const growthOf = (name: unknown): number =>
  Object.entries(growths).find(([known]) => known === name)?.[1] ?? Math.SQRT2;

/** Paints a picture small first: large forms are found quickly, and fine strokes are laid over them. */
export const multiScale = defineNode({
  kind: 'multi-scale',
  version: 1,
  title: { en: 'Multi-scale', zh: '多尺度' },
  summary: {
    en: 'Paints the picture small first, then larger, up to its size',
    zh: '先画小图，再逐级放大，直到最终尺寸',
  },
  documentation: {
    en: 'Stands between a Picture and the Optimiser. The optimiser paints the picture at the smallest size, enlarges what it has, paints on, and so forth up to the picture’s own size. At every size all images of the loss are made smaller by the same factor and encoded anew, so content and style keep their proportion and nothing else in the graph need be changed. Large forms come out of the small sizes, where an encoder sees much of the picture at once and an iteration is cheap; the last sizes only refine. Between two sizes the averaged iterate is enlarged by a bicubic filter and clamped; the optimiser’s vectors come along, so Adam starts warm.',
    zh: '接在“画面”与“优化器”之间。优化器先在最小尺寸上绘制，放大已有结果后继续绘制，逐级直到画面自身的尺寸。在每个尺寸上，损失所用的全部图像按同一比例缩小并重新编码，因此内容与风格的比例不变，图中其他部分无需改动。大的形体来自小尺寸：那里编码器一次能看到画面的大部分，迭代也便宜；最后几级只做细化。两级之间，平均后的画面以双三次滤波放大并截断；优化器的向量随之放大，因此 Adam 是热启动。',
  },
  formula: String.raw`s_k = \operatorname{round}\bigl(s \cdot g^{\,k-n}\bigr),\quad x^{(k+1)}_0 = \operatorname{clamp}\bigl(R\,\bar x^{(k)} S^\top\bigr)`,
  source:
    'crowsonkb/style-transfer-pytorch (√2, Adam warm start); Gatys and others 2017, section 5 (coarse to fine)',
  inputs: { picture: port.picture({ en: 'Picture', zh: '画面' }) },
  outputs: { picture: port.picture({ en: 'Picture', zh: '画面' }) },
  params: {
    smallest: param.integer({
      default: 128,
      min: 16,
      max: 8192,
      unit: 'px',
      title: { en: 'Smallest size', zh: '最小尺寸' },
      hint: {
        en: 'No long side is smaller. A picture that is no larger is painted at its own size only.',
        zh: '长边不会小于它。画面若不大于此，则只在自身尺寸上绘制。',
      },
    }),
    growth: param.choice({
      choices: {
        'root-2': { en: '√2', zh: '√2 倍' },
        'three-halves': { en: '3⁄2', zh: '1.5 倍' },
        double: { en: '2', zh: '2 倍' },
      },
      title: { en: 'Growth', zh: '增长' },
      hint: { en: 'From one size to the next.', zh: '从一级到下一级的倍数。' },
    }),
    first: param.number({
      default: 2,
      min: 0.1,
      max: 20,
      step: 0.1,
      title: { en: 'Longer at first', zh: '首级加长' },
      hint: {
        en: 'How many times the optimiser’s iterations are painted at the smallest size; each other size takes them once.',
        zh: '在最小尺寸上绘制优化器迭代次数的多少倍；其余每级各一倍。',
      },
    }),
    keepState: param.flag({
      default: true,
      title: { en: 'Warm start', zh: '热启动' },
      hint: {
        en: 'The optimiser’s vectors are enlarged with the picture; else they begin anew at each size.',
        zh: '优化器的向量随画面一起放大；否则每级从头开始。',
      },
    }),
  },
  infer: ({ picture }) => success({ picture: { shape: picture.shape } }),
  lower({ node }, { picture }, { smallest, growth, first, keepState }) {
    const [height = 1, width = 1] = picture.value.shape;
    const factors = factorsUpTo(Math.max(height, width), smallest, growths[growth]);
    if (factors.length === 0) return { picture };
    return { picture: { ...picture, scales: { node, factors, first, keepsState: keepState } } };
  },
});
