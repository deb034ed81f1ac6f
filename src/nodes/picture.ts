import { param } from '../graph/parameter.ts';
import { port } from '../graph/port.ts';
import { success } from '../language/result.ts';
import { defineNode } from './define-node.ts';

/** The picture that is being painted: the only thing in a graph that the optimiser may change. */
export const picture = defineNode({
  kind: 'picture',
  version: 1,
  title: { en: 'Picture', zh: '画面' },
  summary: { en: 'The picture being painted, and what it starts from', zh: '正在绘制的画面，以及它的起点' },
  documentation: {
    en: 'Starts from an image (the content, the style, or another optimiser’s result), from seeded noise, or from a mixture of both, and has the size of that image. Its taps are wired to the losses exactly like those of the content and the style; the optimiser then changes its pixels.',
    zh: '从一张图像（内容图、风格图或另一个优化器的结果）、带种子的噪声或两者的混合出发，尺寸与该图像相同。它的抽头与内容、风格的抽头以完全相同的方式接到损失上，随后由优化器改变它的像素。',
  },
  formula: String.raw`x_0 = (1 - a)\, s + a\,\bigl(\tfrac12 + \tfrac14 \varepsilon\bigr),\quad \varepsilon \sim \mathcal N(0, 1)`,
  symbols: { noise: 'a' },
  source: 'Start from noise: Gatys, Ecker, Bethge 2015; from the content: Gatys’ PyTorch code',
  inputs: { start: port.image({ en: 'Start', zh: '起点' }) },
  outputs: { picture: port.picture({ en: 'Picture', zh: '画面' }) },
  params: {
    noise: param.number({
      default: 0,
      min: 0,
      max: 1,
      step: 0.01,
      title: { en: 'Noise', zh: '噪声' },
      hint: {
        en: '0 starts from the image, 1 from noise alone. The optimiser’s seed draws it.',
        zh: '0 从图像开始，1 完全从噪声开始。噪声由优化器的种子生成。',
      },
    }),
  },
  infer({ start }) {
    return success({ picture: { shape: start.shape } });
  },
  lower({ ir, node }, { start }, { noise }) {
    const { shape } = start.value;
    return {
      picture: {
        value: ir.carried({ picture: node, name: 'picture', shape }),
        start: seed => {
          if (noise === 0) return start.value;
          const drawn = ir.affine(
            { x: ir.noise({}, { shape, seed }) },
            { factor: 0.25 * noise, offset: 0.5 * noise },
          );
          if (noise === 1) return ir.clamp({ x: drawn }, { low: 0, high: 1 });
          const kept = ir.affine({ x: start.value }, { factor: 1 - noise, offset: 0 });
          return ir.clamp({ x: ir.add({ a: kept, b: drawn }) }, { low: 0, high: 1 });
        },
      },
    };
  },
});
