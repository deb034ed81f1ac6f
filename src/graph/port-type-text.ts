/** What each port type is called within a sentence, and the sentence that teaches what it is. */
import type { Text } from '../language/text.ts';
import type { PortType } from './port-type.ts';

export const portTypeName: Readonly<Record<PortType, Text>> = {
  image: { en: 'an image', zh: '图像' },
  mask: { en: 'a mask', zh: '蒙版' },
  picture: { en: 'the picture being painted', zh: '正在绘制的画面' },
  result: { en: 'a result', zh: '结果' },
  encoder: { en: 'an encoder', zh: '编码器' },
  features: { en: 'features', zh: '特征' },
  statistics: { en: 'statistics', zh: '统计量' },
  loss: { en: 'a loss', zh: '损失' },
};

export const portTypeMeaning: Readonly<Record<PortType, Text>> = {
  image: {
    en: 'An image is a grid of colours, such as a photograph or a finished result.',
    zh: '图像是颜色的网格，例如照片或完成的结果。',
  },
  mask: {
    en: 'A mask says for each place of an image how much it counts.',
    zh: '蒙版说明图像的每个位置有多重要。',
  },
  picture: {
    en: 'The picture is the image whose pixels the optimiser changes; a Picture node makes it.',
    zh: '画面是由优化器改变像素的那幅图像，由“画面”节点产生。',
  },
  result: {
    en: 'A result is what an optimiser has painted.',
    zh: '结果是优化器画出的图像。',
  },
  encoder: {
    en: 'An encoder is a trained network that looks at images, such as VGG-19.',
    zh: '编码器是用来观察图像的已训练网络，例如 VGG-19。',
  },
  features: {
    en: 'Features are what an encoder’s layers answer to an image: where they see what.',
    zh: '特征是编码器各层对图像的响应：在哪里看到了什么。',
  },
  statistics: {
    en: 'Statistics sum features up over all places, as a Gram matrix does: what is there, with where forgotten.',
    zh: '统计量把特征在所有位置上汇总，如 Gram 矩阵：只记有什么，不记在哪里。',
  },
  loss: {
    en: 'A loss is one number that says how far the picture is from what is wanted.',
    zh: '损失是一个数，说明画面离目标还有多远。',
  },
};
