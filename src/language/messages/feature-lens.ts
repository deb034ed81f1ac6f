import type { Text } from '../text.ts';

/** The lenses on features: what a layer sees, what one feature is made of, what a layer keeps. */
export const featureLensMessages = {
  'feature-lens.nothing': {
    en: 'No picture enters a layer tap of this encoder yet. Wire one to a tap that leads to an output.',
    zh: '还没有图片进入这个编码器的层抽头。请把一张图片接到通向输出的抽头上。',
  },
  'feature-lens.too-large': {
    en: 'The features of {layer} are too large to be held beside the painting. Look at a deeper layer, or make the picture smaller.',
    zh: '{layer} 的特征太大，无法与正在进行的绘制同时保留。请查看更深的层，或缩小图片。',
  },
  'feature-lens.failed': {
    en: 'The features could not be computed just now.',
    zh: '暂时无法计算特征。',
  },
} as const satisfies Readonly<Record<string, Text>>;
