import { param } from '../graph/parameter.ts';
import { port } from '../graph/port.ts';
import { onlyWith } from '../graph/relevance.ts';
import { message } from '../language/message.ts';
import { success } from '../language/result.ts';
import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';
import { defineNode } from './define-node.ts';
import { comparedLayers, layerWeights, lossWeight } from './layer-terms.ts';
import { lossOut } from './loss-ports.ts';
import { meansOf, positionsOf } from './moments.ts';

/** What a layer or a channel of it looks for, shown by making it fire. */
export const activationLoss = defineNode({
  kind: 'activation-loss',
  version: 1,
  title: { en: 'Activation', zh: '激活' },
  summary: {
    en: 'Makes a channel or a layer fire: what does it look for?',
    zh: '让某个通道或整层激活：它在寻找什么？',
  },
  documentation: {
    en: 'A loss that falls as the features grow, so that minimising it paints what they look for. *One channel* is feature visualisation: start from noise. *Whole layer* is DeepDream: start from a photograph, and what the layer believes to see grows. The loss is below zero and without end, so it is neither balanced nor drawn on the chart’s logarithm; stop when you like what you see. Layers before their ReLU (conv3_1) are better to start from, since a silent channel has no slope behind it. Total variation beside it keeps the picture calm.',
    zh: '特征越强，这个损失越小，因此把它最小化就会画出这些特征所寻找的东西。“单个通道”即特征可视化：请从噪声开始。“整层”即 DeepDream：从照片开始，该层“以为看到的”会不断增强。损失小于零且没有下限，因此不作平衡，也不画在图表的对数坐标上；看到满意就可停止。ReLU 之前的层（conv3_1）更适合作为起点，因为沉默的通道在 ReLU 之后没有梯度。配合全变差可使画面平静。',
  },
  formula: String.raw`L = -\sum_l w_l \operatorname{mean} F_{l,c} \quad\text{or}\quad L = -\sum_l w_l \operatorname{mean} F_l^2`,
  source:
    'Erhan, Bengio, Courville and Vincent 2009, Visualizing higher-layer features of a deep network; whole layer: Mordvintsev, Olah and Tyka 2015, Inceptionism',
  inputs: { features: port.features({ en: 'Features', zh: '特征' }) },
  outputs: { loss: lossOut },
  params: {
    weight: lossWeight(1),
    weights: layerWeights,
    of: param.choice({
      choices: {
        channel: { en: 'One channel', zh: '单个通道' },
        layer: { en: 'Whole layer', zh: '整层' },
      },
      title: { en: 'Of', zh: '对象' },
      hint: { en: 'What is to fire.', zh: '要激活的对象。' },
    }),
    channel: onlyWith(
      { of: ['channel'] },
      param.integer({
        default: 0,
        min: 0,
        max: 4095,
        title: { en: 'Channel', zh: '通道' },
        hint: { en: 'Counted from 0.', zh: '从 0 开始计数。' },
      }),
    ),
  },
  infer({ features: { layers } }, { of, channel }) {
    const narrow = Object.entries(layers).find(
      ([, [, , channels]]) => of === 'channel' && channel >= channels,
    );
    if (narrow) {
      const [layer, [, , channels]] = narrow;
      const last = channels - 1;
      const reason = message('activation.no-channel', { layer, channels, last });
      const label = message('activation.last-channel', { last });
      return {
        ok: false,
        reason: { reason, param: 'channel', fix: { label, param: 'channel', value: last } },
      };
    }
    return success({ loss: { terms: Object.keys(layers) } });
  },
  lower(context, { features: { layers } }, { of, channel }) {
    const { ir } = context;
    const terms = comparedLayers(context, layers, layers, x => {
      const strength = of === 'layer' ? ir.meanSquare({ x }) : channelMean(ir, x, channel);
      return ir.affine({ x: strength }, { factor: -1, offset: 0 });
    });
    return { loss: { terms } };
  },
});

function channelMean(ir: Ir, x: Value, channel: number): Value {
  const [, , channels = 0] = x.shape;
  const numbers = Array.from({ length: channels }, (_, at) => Number(at === channel));
  const only = ir.constant({}, { shape: [channels, 1], numbers });
  return ir.reshape({ x: ir.matmul({ a: meansOf(ir, positionsOf(ir, x)), b: only }) }, { shape: [] });
}
