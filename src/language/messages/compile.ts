import type { Text } from '../text.ts';

/** What the compiler says of a graph that cannot become a plan. Placeholders follow ICU MessageFormat. */
export const compileMessages = {
  'compile.no-output': {
    en: 'The graph has no Output node, so nothing would be painted. Add one and wire a result or an image to it.',
    zh: '图中没有“输出”节点，因此不会绘制任何内容。请添加一个输出节点，并把结果或图像接到它上面。',
  },
  'scales.too-small': {
    en: 'At a long side of {side} pixels the loss cannot be computed: {reason} Begin at a larger size.',
    zh: '长边为 {side} 像素时无法计算损失：{reason}请从更大的尺寸开始。',
  },
  'compile.loss-blind': {
    en: 'The loss does not depend on the picture that this optimiser paints. Tap the picture with Layer taps and wire those features into the losses.',
    zh: '损失与这个优化器所绘制的画面无关。请用“层抽头”抽取该画面的特征，并把它们接入损失。',
  },
} satisfies Record<string, Text>;
