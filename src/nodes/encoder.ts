import { param } from '../graph/parameter.ts';
import { port } from '../graph/port.ts';
import { success } from '../language/result.ts';
import { weightsOf } from '../runtime/compile/encode.ts';
import { defineNode } from './define-node.ts';

/** A convolutional network that was trained to recognise things, used for what it sees on the way. */
export const encoder = defineNode({
  kind: 'encoder',
  version: 1,
  title: { en: 'Encoder', zh: '编码器' },
  summary: {
    en: 'The network through whose eyes the pictures are compared',
    zh: '用它的“眼睛”来比较图片的网络',
  },
  documentation: {
    en: 'A VGG-shaped stack of 3×3 convolutions. Average pooling gives smoother gradients and less noise than the maximum that VGG was trained with; replicate or reflect padding avoids the dark or patterned borders that zeros bring.',
    zh: 'VGG 形状的 3×3 卷积堆叠。平均池化比 VGG 训练时使用的最大池化梯度更平滑、噪点更少；复制或反射填充可避免零填充带来的暗边或花边。',
  },
  formula: String.raw`x_{l+1} = \max(0,\; W_l * x_l + b_l)`,
  source: 'Simonyan and Zisserman 2014, Very deep convolutional networks; average pooling: Gatys et al. 2016',
  inputs: {},
  outputs: { encoder: port.encoder({ en: 'Encoder', zh: '编码器' }) },
  params: {
    weights: param.encoder({
      default: 'lite',
      title: { en: 'Weights', zh: '权重' },
      hint: {
        en: '`lite` is VGG-19 in small and ships with Gramarye; `model:NAME` one that was added, such as `model:vgg19`; `folder:PATH` and `file:PATH` one on the disk; `random:SEED` an untrained one.',
        zh: '`lite` 是随 Gramarye 提供的小型 VGG-19；`model:名称` 是已添加的编码器，例如 `model:vgg19`；`folder:路径` 和 `file:路径` 是磁盘上的编码器；`random:种子` 是未训练的网络。',
      },
    }),
    pooling: param.choice({
      choices: { max: { en: 'Maximum', zh: '最大' }, average: { en: 'Average', zh: '平均' } },
      title: { en: 'Pooling', zh: '池化' },
      hint: { en: 'How 2×2 positions become one.', zh: '2×2 个位置如何合为一个。' },
    }),
    padding: param.choice({
      choices: {
        zero: { en: 'Zeros', zh: '零' },
        replicate: { en: 'Replicate', zh: '复制' },
        reflect: { en: 'Reflect', zh: '反射' },
      },
      title: { en: 'Padding', zh: '填充' },
      hint: { en: 'What a convolution sees beyond the border.', zh: '卷积在边界之外看到什么。' },
    }),
  },
  infer(_, { weights, pooling, padding }, facts) {
    const known = facts.encoder(weights);
    if (!known.ok) return { ok: false, reason: { reason: known.reason, param: 'weights' } };
    return success({ encoder: { encoder: known.value, pooling, padding } });
  },
  lower({ ir, facts }, _, { weights, pooling, padding }) {
    const known = facts.encoder(weights);
    if (!known.ok) throw new Error(`The encoder ${weights} was not known when it was compiled.`);
    // Asked for here, so that weights which turn out to be missing are this node's failure (rule R8).
    for (const index of known.value.layers.keys()) weightsOf(ir, known.value, index);
    return { encoder: { encoder: known.value, pooling, padding } };
  },
});
