import { param } from '../graph/parameter.ts';
import { success } from '../language/result.ts';
import { defineNode } from './define-node.ts';
import { imageIn, imageOut } from './image-ports.ts';

/** An image with grain. */
export const addNoise = defineNode({
  kind: 'add-noise',
  version: 1,
  title: { en: 'Add noise', zh: '添加噪声' },
  summary: { en: 'An image with grain, by a seed', zh: '由种子产生颗粒' },
  documentation: {
    en: 'Adds normal noise of a given standard deviation to each channel of each pixel, then cuts to between 0 and 1. With taps behind it, a loss sees the picture through noise, which leaves less of the finest patterns that an encoder likes too well. For a picture that starts from noise, the Picture has a setting of its own.',
    zh: '给每个像素的每个通道加上给定标准差的正态噪声，再截断到 0 与 1 之间。若其后接抽头，损失便透过噪声看画面，可少留下编码器过于偏爱的极细纹样。若要让画面从噪声开始，“画面”节点自有设置。',
  },
  formula: String.raw`Y = \operatorname{clamp}(X + \sigma\,\varepsilon),\quad \varepsilon \sim \mathcal N(0, 1)`,
  symbols: { amount: String.raw`\sigma` },
  source: 'Jitter against high frequencies: Olah, Mordvintsev and Schubert 2017, Feature visualization',
  inputs: { image: imageIn },
  outputs: { image: imageOut },
  params: {
    amount: param.number({
      default: 0.1,
      min: 0,
      max: 1,
      step: 0.01,
      title: { en: 'Amount', zh: '强度' },
      hint: { en: 'The standard deviation.', zh: '标准差。' },
    }),
    seed: param.integer({
      default: 0,
      min: 0,
      max: 2_147_483_647,
      title: { en: 'Seed', zh: '种子' },
      hint: { en: 'The same seed draws the same grain.', zh: '相同的种子产生相同的颗粒。' },
    }),
  },
  infer: ({ image }) => success({ image }),
  lower({ ir }, { image: { value } }, { amount, seed }) {
    if (amount === 0) return { image: { value } };
    const grain = ir.affine({ x: ir.noise({}, { shape: value.shape, seed }) }, { factor: amount, offset: 0 });
    return { image: { value: ir.clamp({ x: ir.add({ a: value, b: grain }) }, { low: 0, high: 1 }) } };
  },
});
