import { param } from '../graph/parameter.ts';
import { port } from '../graph/port.ts';
import type { ImageShape } from '../graph/wire.ts';
import { message } from '../language/message.ts';
import { success } from '../language/result.ts';
import { encode, tapShapes, tapsOf } from '../runtime/compile/encode.ts';
import { defineNode } from './define-node.ts';

/** What an encoder sees in an image, taken at any of its layers. */
export const layerTaps = defineNode({
  kind: 'layer-taps',
  version: 1,
  title: { en: 'Layer taps', zh: '层抽头' },
  summary: { en: 'What the encoder sees at chosen layers', zh: '编码器在所选各层看到的内容' },
  documentation: {
    en: 'Runs the image through the encoder and takes the features of each chosen layer, before its ReLU (`conv3_1`) or after it (`relu3_1`). Shallow layers see edges and colours, deep ones see shapes and objects. All taps on one image share one pass, which stops at the deepest layer used.',
    zh: '让图像通过编码器，取出所选各层的特征：ReLU 之前（`conv3_1`）或之后（`relu3_1`）。浅层看到边缘与颜色，深层看到形状与物体。同一图像的所有抽头共用一次前向计算，并在用到的最深一层停止。',
  },
  formula: String.raw`F_l = \mathrm{relu}_l(x) \in \mathbb{R}^{H_l \times W_l \times C_l}`,
  source: 'Gatys, Ecker, Bethge 2015, section 2',
  inputs: {
    image: port.image({ en: 'Image', zh: '图像' }),
    encoder: port.encoder({ en: 'Encoder', zh: '编码器' }),
  },
  outputs: { features: port.features({ en: 'Features', zh: '特征' }) },
  params: {
    layers: param.layers({
      default: ['relu1_1', 'relu2_1', 'relu3_1', 'relu4_1', 'relu5_1'],
      title: { en: 'Layers', zh: '层' },
      hint: { en: 'Any set of the encoder’s layers.', zh: '编码器各层的任意组合。' },
    }),
  },
  infer({ image, encoder }, { layers }) {
    const shapes = tapShapes(encoder, image.shape);
    if (layers.length === 0) {
      return { ok: false, reason: { reason: message('taps.none'), param: 'layers' } };
    }
    const missing = layers.filter(layer => !shapes[layer]);
    if (missing.length > 0) {
      const kept = layers.filter(layer => shapes[layer]);
      return {
        ok: false,
        reason: {
          reason: message('taps.absent', {
            layers: missing.join(', '),
            encoder: encoder.encoder.title,
            deepest: encoder.encoder.layers.at(-1)?.name ?? '',
          }),
          param: 'layers',
          ...(kept.length > 0 && {
            fix: { label: message('taps.keep', { layers: kept.join(', ') }), param: 'layers', value: kept },
          }),
        },
      };
    }
    const vanished = layers.find(layer => (shapes[layer] ?? []).some(extent => extent < 1));
    if (vanished) {
      const [height, width] = image.shape;
      return {
        ok: false,
        reason: { reason: message('taps.too-small', { height, width, layer: vanished }), port: 'image' },
      };
    }
    const chosen = tapsOf(encoder.encoder).filter(tap => layers.includes(tap));
    const from = `${encoder.encoder.hash}/${encoder.pooling}/${encoder.padding}`;
    return success({
      features: {
        from,
        layers: Object.fromEntries(
          chosen.map((tap): [string, ImageShape] => [tap, shapes[tap] ?? [0, 0, 0]]),
        ),
      },
    });
  },
  lower({ ir }, { image, encoder }, { layers }) {
    return { features: { layers: encode(ir, encoder, image.value, layers) } };
  },
});
