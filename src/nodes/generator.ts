import { param } from '../graph/parameter.ts';
import { port } from '../graph/port.ts';
import { message } from '../language/message.ts';
import { success } from '../language/result.ts';
import type { Value } from '../runtime/ir/value.ts';
import { defineNode } from './define-node.ts';
import { clampedPicture, cutTo, fittedTo, throughShape } from './network-picture.ts';

/** Other people's feed-forward networks: a picture goes in, a picture comes out. */
export const generator = defineNode({
  kind: 'generator',
  version: 1,
  title: { en: 'Generator', zh: '生成网络' },
  summary: {
    en: 'Runs a feed-forward network from a picture to a picture',
    zh: '运行由图片到图片的前馈网络',
  },
  documentation: {
    en: 'A network that was trained, elsewhere, to do in one pass what an optimiser does in hundreds of iterations, for one style each. It takes a TensorFlow.js model, of layers or as a graph, that makes a picture of a picture, or the fast style networks that ml5.js publishes, as a folder or as a ZIP archive of one. *Range* says what the network’s numbers mean where its files do not. A result that is a few pixels too large, because a size did not halve evenly, is cut to the picture’s. Nothing of a network is run as code: its layers or ops are translated one by one, and one that is not known is named.',
    zh: '在别处训练好的网络，一次前向即可完成优化器数百次迭代的工作，每个网络对应一种风格。可使用由图片生成图片的 TensorFlow.js 模型（层模型或图模型），或 ml5.js 发布的快速风格网络，以文件夹或其 ZIP 压缩包给出。若文件未说明数值含义，由“取值范围”指定。因尺寸不能整除而多出的几个像素会裁去。网络中没有任何内容作为代码运行：各层逐一翻译，未知的层会被指出。',
  },
  formula: 'y = g(x)',
  source:
    'Johnson, Alahi and Fei-Fei 2016, Perceptual losses for real-time style transfer; instance norm: Ulyanov, Vedaldi and Lempitsky 2016; lengstrom/fast-style-transfer',
  inputs: { image: port.image({ en: 'Image', zh: '图像' }) },
  outputs: { image: port.image({ en: 'Image', zh: '图像' }) },
  params: {
    network: param.network({
      default: 'none',
      takes: 'image',
      title: { en: 'Network', zh: '网络' },
      hint: {
        en: '`folder:PATH`, or `file:PATH` of a ZIP archive: a TensorFlow.js model, or the files of fast style transfer.',
        zh: '`folder:路径`，或 ZIP 压缩包的 `file:路径`：TensorFlow.js 模型，或快速风格迁移的文件。',
      },
    }),
    range: param.choice({
      choices: {
        stated: { en: 'As stated', zh: '按文件' },
        unit: { en: '0 to 1', zh: '0 到 1' },
        signed: { en: '−1 to 1', zh: '−1 到 1' },
        bytes: { en: '0 to 255', zh: '0 到 255' },
      },
      title: { en: 'Range', zh: '取值范围' },
      hint: {
        en: 'Of the network’s pictures, in and out; 0 to 1 where its files state nothing.',
        zh: '网络输入与输出图片的取值范围；文件未说明时为 0 到 1。',
      },
    }),
  },
  infer({ image }, { network }, facts) {
    const known = facts.network(network);
    if (!known.ok) return { ok: false, reason: { reason: known.reason, param: 'network' } };
    if (known.value.input.type === 'features') {
      const reason = message('network.takes-features', { network: known.value.title });
      return { ok: false, reason: { reason, param: 'network' } };
    }
    const through = throughShape(known.value, image.shape, 'image');
    return through.ok ? success({ image: { shape: fittedTo(image.shape, through.value) } }) : through;
  },
  lower({ ir, facts }, { image }, { network, range }) {
    const known = facts.network(network);
    if (!known.ok) throw new Error(`The network ${network} was not known when it was compiled.`);
    const meant = range === 'stated' ? (known.value.range ?? 'unit') : range;
    const result: Value = clampedPicture(ir, known.value, image.value, meant);
    return { image: { value: cutTo(ir, result, image.value) } };
  },
});
