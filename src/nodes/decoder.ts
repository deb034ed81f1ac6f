import { param } from '../graph/parameter.ts';
import { optional, port } from '../graph/port.ts';
import { message } from '../language/message.ts';
import { success } from '../language/result.ts';
import { defineNode } from './define-node.ts';
import { clampedPicture, throughShape } from './network-picture.ts';

/** From features back to a picture, in one pass. */
export const decoder = defineNode({
  kind: 'decoder',
  version: 1,
  title: { en: 'Decoder', zh: '解码器' },
  summary: { en: 'Makes a picture of features in one pass', zh: '由特征一次生成图片' },
  documentation: {
    en: 'The encoder’s mirror image: nine convolutions from relu4_1 back to pixels, each pooling undone by doubling. The one that ships, `adain`, was trained for VGG-19 lite alone, on features whose means and deviations were exchanged for another picture’s, and with either pooling; give it what Match statistics or Whitening and colouring makes of relu4_1. Nothing is optimised: it runs once, whenever something changes. Its result is a picture for an Output, or the best start for a Picture that an optimiser then finishes. Its size is eight times that of the features; with a picture at *like*, exactly that picture’s.',
    zh: '编码器的镜像：九个卷积从 relu4_1 回到像素，每次池化以放大一倍还原。随附的 `adain` 只为 VGG-19 lite 训练（两种池化均可），训练所用的特征其均值与标准差取自另一张图片；请把“匹配统计量”或“白化与着色”对 relu4_1 的结果交给它。这里没有任何优化：每当有变化时运行一次。结果可接到“输出”，也是“画面”最好的起点，再由优化器完成。其尺寸是特征的八倍；若在“参照”端口接入图片，则精确采用它的尺寸。',
  },
  formula: 'x = g(F)',
  source:
    'Huang and Belongie 2017, Arbitrary style transfer in real-time with adaptive instance normalization, section 6',
  inputs: {
    features: port.features({ en: 'Features', zh: '特征' }),
    like: optional(port.image({ en: 'Like', zh: '参照' })),
  },
  outputs: { image: port.image({ en: 'Image', zh: '图像' }) },
  params: {
    network: param.network({
      default: 'adain',
      takes: 'features',
      title: { en: 'Network', zh: '网络' },
      hint: {
        en: '`adain` ships with Gramarye; `folder:PATH` or `file:PATH` is one in Gramarye’s own form.',
        zh: '`adain` 随 Gramarye 提供；`folder:路径` 或 `file:路径` 是 Gramarye 自有格式的网络。',
      },
    }),
  },
  infer({ features, like }, { network }, facts) {
    const known = facts.network(network);
    if (!known.ok) return { ok: false, reason: { reason: known.reason, param: 'network' } };
    const { input, title } = known.value;
    if (input.type === 'image') {
      return {
        ok: false,
        reason: { reason: message('network.takes-image', { network: title }), param: 'network' },
      };
    }
    const { encoder, tap, channels } = input;
    if (!features.from.startsWith(`${encoder}/`)) {
      return {
        ok: false,
        reason: { reason: message('network.other-encoder', { network: title }), port: 'features' },
      };
    }
    const shape = features.layers[tap];
    if (!shape || shape[2] !== channels) {
      const layers = Object.keys(features.layers);
      return {
        ok: false,
        reason: {
          reason: message('network.no-tap', { network: title, tap, layers: layers.join(', ') }),
          port: 'features',
          fix: {
            label: message('network.tap', { tap }),
            port: 'features',
            param: 'layers',
            value: [...layers, tap],
          },
        },
      };
    }
    const through = throughShape(known.value, shape, 'features');
    if (!through.ok) return through;
    return success({ image: { shape: like ? like.shape : through.value } });
  },
  lower({ ir, facts }, { features, like }, { network }) {
    const known = facts.network(network);
    if (!known.ok || known.value.input.type === 'image') {
      throw new Error(`The network ${network} was not known when it was compiled.`);
    }
    const input = features.layers[known.value.input.tap];
    if (!input) throw new Error(`There is no ${known.value.input.tap} to decode.`);
    const picture = clampedPicture(ir, known.value, input, 'unit');
    const [height = 1, width = 1] = picture.shape;
    const [tall = height, wide = width] = like ? like.value.shape : [];
    if (tall === height && wide === width) return { image: { value: picture } };
    const sizes = { from: [height, width], to: [tall, wide] } as const;
    const resized = ir.resample({ x: picture }, { ...sizes, filter: 'bicubic', adjoint: false });
    return { image: { value: ir.clamp({ x: resized }, { low: 0, high: 1 }) } };
  },
});
