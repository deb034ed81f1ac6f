import { param } from '../graph/parameter.ts';
import { port } from '../graph/port.ts';
import { success } from '../language/result.ts';
import { defineNode } from './define-node.ts';
import { lossWeight } from './layer-terms.ts';
import { lossOut } from './loss-ports.ts';
import { meanMagnitude } from './magnitude.ts';
import { refuseOtherSize } from './same-size.ts';

/** How far the picture's pixels are from another's. */
export const pixelLoss = defineNode({
  kind: 'pixel-loss',
  version: 1,
  title: { en: 'Pixel loss', zh: '像素损失' },
  summary: { en: 'Keeps the picture near another, pixel by pixel', zh: '逐像素地让画面接近另一张图片' },
  documentation: {
    en: 'The mean squared (or absolute) difference of all pixels, red, green and blue between 0 and 1. A little of it holds on to the colours of the content, or to a picture that was painted before; alone, it makes a copy.',
    zh: '所有像素之差的均方（或绝对）值，红绿蓝取值在 0 到 1 之间。少量使用可保住内容图的颜色，或保持接近之前画好的画面；单独使用则得到一份副本。',
  },
  formula: String.raw`L = \operatorname{mean}\,(x - t)^2 \quad\text{or}\quad \operatorname{mean}\,\sqrt{(x - t)^2 + 10^{-6}}`,
  source: 'Mean squared error; its smooth absolute form: Charbonnier et al. 1994',
  inputs: {
    image: port.image({ en: 'Picture', zh: '画面' }),
    target: port.image({ en: 'Target', zh: '目标' }),
  },
  outputs: { loss: lossOut },
  params: {
    weight: lossWeight(1),
    distance: param.choice({
      choices: {
        squared: { en: 'Squared', zh: '平方' },
        absolute: { en: 'Absolute', zh: '绝对值' },
      },
      title: { en: 'Distance', zh: '距离' },
      hint: {
        en: 'Squared minds large differences most, absolute minds all alike.',
        zh: '平方最在意大的差异，绝对值一视同仁。',
      },
    }),
  },
  infer({ image, target }) {
    const refusal = refuseOtherSize(image.shape, target.shape, 'target');
    return refusal ? { ok: false, reason: refusal } : success({ loss: { terms: ['pixels'] } });
  },
  lower({ ir, live }, { image, target }, { distance }) {
    const apart = ir.subtract({ a: image.value, b: target.value });
    const value = distance === 'squared' ? ir.meanSquare({ x: apart }) : meanMagnitude(ir, apart);
    return { loss: { terms: [{ name: 'pixels', value, weights: [live('weight')] }] } };
  },
});
