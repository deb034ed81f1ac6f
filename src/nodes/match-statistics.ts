import { param } from '../graph/parameter.ts';
import { optional, port } from '../graph/port.ts';
import { success } from '../language/result.ts';
import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';
import { defineNode } from './define-node.ts';
import { mixed, refuseStyle, transferStrength } from './feature-transfer.ts';
import { meansOf, positionsOf, variancesOf } from './moments.ts';
import { eachLayer } from './stacks.ts';

/** Under the root of a variance, so that a channel that never fires is not divided by nothing. */
const floor = 1e-5;

/** AdaIN: the content's features with the style's means and deviations. */
export const matchStatistics = defineNode({
  kind: 'match-statistics',
  version: 1,
  title: { en: 'Match statistics', zh: '匹配统计量' },
  summary: {
    en: 'AdaIN: the content’s features with the style’s means and deviations',
    zh: 'AdaIN：让内容特征具有风格的均值与标准差',
  },
  documentation: {
    en: 'Each channel of the content is standardised over all positions, then scaled and shifted to the style’s deviation and mean: where things are stays, how strongly each channel fires is the style’s. A Decoder makes a picture of the result at once, without any optimiser; the same features can also be the target of a Content loss. *Strength* mixes with the content’s own features. With a second style wired, *mix* goes from the first to the second.',
    zh: '内容的每个通道先在所有位置上标准化，再按风格的标准差与均值缩放、平移：物体在哪里保持不变，各通道有多强则来自风格。“解码器”可直接由结果生成图片，无需优化器；这些特征也可作为“内容损失”的目标。“强度”与内容自身的特征混合。接入第二种风格时，“混合”从第一种过渡到第二种。',
  },
  formula: String.raw`F' = (1 - a)\,F_c + a\,\Bigl(\sigma_s\,\frac{F_c - \mu_c}{\sigma_c} + \mu_s\Bigr)`,
  symbols: { strength: 'a' },
  source:
    'Huang and Belongie 2017, Arbitrary style transfer in real-time with adaptive instance normalization, eq. 8, 14 and 15',
  inputs: {
    content: port.features({ en: 'Content', zh: '内容' }),
    style: port.features({ en: 'Style', zh: '风格' }),
    other: optional(port.features({ en: 'Second style', zh: '第二种风格' })),
  },
  outputs: { features: port.features({ en: 'Features', zh: '特征' }) },
  passes: { features: 'content' },
  params: {
    strength: transferStrength,
    mix: param.number({
      default: 0.5,
      min: 0,
      max: 1,
      step: 0.01,
      title: { en: 'Mix', zh: '混合' },
      hint: {
        en: 'Of two styles: 0 is the first alone, 1 the second.',
        zh: '两种风格之间：0 只有第一种，1 只有第二种。',
      },
    }),
  },
  infer({ content, style, other }) {
    const refusal = refuseStyle(content, style, 'style') ?? (other && refuseStyle(content, other, 'other'));
    return refusal ? { ok: false, reason: refusal } : success({ features: content });
  },
  lower({ ir }, { content, style, other }, { strength, mix }) {
    return {
      features: {
        layers: eachLayer(content.layers, (own, layer) => {
          const goal = momentsOf(ir, style.layers[layer] ?? own);
          const second = other?.layers[layer];
          const { mean, deviation } = second ? between(ir, goal, momentsOf(ir, second), mix) : goal;
          const standard = ir.standardise({ x: own }, { epsilon: floor });
          return mixed(ir, own, ir.modulate({ x: standard, scale: deviation, shift: mean }), strength);
        }),
      },
    };
  },
});

interface Moments {
  /** [1, C] each. */
  readonly mean: Value;
  readonly deviation: Value;
}

const momentsOf = (ir: Ir, features: Value): Moments => ({
  mean: meansOf(ir, positionsOf(ir, features)),
  deviation: ir.squareRoot({ x: variancesOf(ir, features, floor) }),
});

const between = (ir: Ir, one: Moments, other: Moments, share: number): Moments => ({
  mean: mixed(ir, one.mean, other.mean, share),
  deviation: mixed(ir, one.deviation, other.deviation, share),
});
