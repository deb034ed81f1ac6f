import type { Text } from '../text.ts';

/** What is said when a plan does not fit, or a picture cannot be painted on. */
export const paintMessages = {
  'run.not-finite': {
    en: 'At iteration {iteration} it gave a number that is not finite. The last good picture is kept. A smaller learning rate or smaller weights usually mend it.',
    zh: '在第 {iteration} 次迭代中出现了非有限数值。最后一张正常的画面已保留。减小学习率或权重通常可以解决。',
  },
  'run.not-finite-input': {
    en: 'What was read for it holds numbers that are not finite (NaN or infinity), so nothing can be painted from it. Use another file.',
    zh: '为它读入的数据中含有非有限数值（NaN 或无穷大），无法据此作画。请换用其他文件。',
  },
  'run.silent': {
    en: 'There is a loss at iteration {iteration}, but what is computed here is zero everywhere, so no pixel feels it. Either every feature is silent (another layer, or an encoder that was read with the right preprocessing, would mend that), or the device has answered with zeros: try a smaller size or another backend.',
    zh: '第 {iteration} 次迭代有损失，但此处的计算结果处处为零，没有像素能感受到它。可能是所有特征都沉默（换一层，或用正确的预处理读取编码器），也可能是设备返回了零：请尝试更小的尺寸或其他后端。',
  },
  'run.diverged': {
    en: 'The step of iteration {iteration} left the range of numbers: the learning rate is too high for this loss. The last good picture is kept.',
    zh: '第 {iteration} 次迭代的步长超出了数值范围：对该损失而言学习率过高。最后一张正常的画面已保留。',
  },
  'run.failed': { en: 'The computation failed: {cause}', zh: '计算失败：{cause}' },
  'plan.too-large': {
    en: 'This needs {needed} of memory, and {backend} has {limit}. Use a smaller size, fewer layers or a smaller encoder.',
    zh: '这需要 {needed} 内存，而 {backend} 只有 {limit}。请减小尺寸、减少层数，或换用更小的编码器。',
  },
  'plan.tensor-too-large': {
    en: 'One of its tensors takes {needed}, and {backend} allows {limit} at most. Use a smaller size or a smaller encoder.',
    zh: '其中一个张量需要 {needed}，而 {backend} 最多允许 {limit}。请减小尺寸，或换用更小的编码器。',
  },
  'plan.smaller': {
    en: 'About {side, plural, one {# pixel} other {# pixels}} on the long side would fit.',
    zh: '长边约 {side} 像素可以容纳。',
  },
  'plan.lite': {
    en: 'It would fit with VGG-19 lite, the encoder that ships.',
    zh: '换用随附的编码器 VGG-19 lite 可以容纳。',
  },
  'plan.shallower': {
    en: 'It would fit without the layers behind {layer}.',
    zh: '去掉 {layer} 之后的层可以容纳。',
  },
} satisfies Record<string, Text>;
