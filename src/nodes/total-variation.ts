import { port } from '../graph/port.ts';
import { message } from '../language/message.ts';
import { success } from '../language/result.ts';
import { defineNode } from './define-node.ts';
import { lossWeight } from './layer-terms.ts';

/** How much neighbouring pixels differ. */
export const totalVariation = defineNode({
  kind: 'total-variation',
  version: 1,
  title: { en: 'Total variation', zh: '全变差' },
  summary: { en: 'Smooths: neighbouring pixels should be alike', zh: '平滑：让相邻像素相近' },
  documentation: {
    en: 'The mean squared difference of horizontal neighbours plus that of vertical ones. A little of it removes the noise that an encoder does not see; too much makes the picture soft.',
    zh: '水平相邻像素的均方差加上垂直相邻像素的均方差。少量使用可去除编码器看不到的噪点，过多则使画面变软。',
  },
  formula: String.raw`L = \operatorname{mean}\,(x_{i,j+1} - x_{i,j})^2 + \operatorname{mean}\,(x_{i+1,j} - x_{i,j})^2`,
  source: 'Mahendran and Vedaldi 2015, with β = 2; in jcjohnson/neural-style as a sum',
  inputs: { image: port.image({ en: 'Picture', zh: '画面' }) },
  outputs: { loss: port.loss({ en: 'Loss', zh: '损失' }) },
  params: { weight: lossWeight(1) },
  infer({ image: { shape } }) {
    const [height, width] = shape;
    if (height < 2 || width < 2) {
      return { ok: false, reason: { reason: message('variation.too-small'), port: 'image' } };
    }
    return success({ loss: { terms: ['variation'] } });
  },
  lower({ ir, live }, { image }) {
    const along = (axis: 0 | 1) =>
      ir.meanSquare({ x: ir.difference({ x: image.value }, { axis, adjoint: false }) });
    const value = ir.add({ a: along(1), b: along(0) });
    return { loss: { terms: [{ name: 'variation', value, weights: [live('weight')] }] } };
  },
});
