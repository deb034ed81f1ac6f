/** What the nodes of the lessons' graphs are called, by the names that these graphs share. */
import type { Text } from '../../../language/text.ts';

const contentTitles = {
  content: { en: 'Content', zh: '内容' },
  contentTaps: { en: 'Taps of the content', zh: '内容的抽头' },
} as const satisfies Record<string, Text>;

const pictureTitles = { pictureTaps: { en: 'Taps of the picture', zh: '画面的抽头' } } as const;

const gramTitles = {
  styleGram: { en: 'Gram of the style', zh: '风格的 Gram 矩阵' },
  pictureGram: { en: 'Gram of the picture', zh: '画面的 Gram 矩阵' },
} as const satisfies Record<string, Text>;

const styleTitles = {
  style: { en: 'Style', zh: '风格' },
  styleTaps: { en: 'Taps of the style', zh: '风格的抽头' },
} as const satisfies Record<string, Text>;

/** Of a graph without a loop. */
export const passTitles = { ...contentTitles, ...styleTitles };

export const contentAloneTitles = { ...contentTitles, ...pictureTitles };

export const styleAloneTitles = { ...styleTitles, ...pictureTitles, ...gramTitles };

export const gatysTitles = { ...contentTitles, ...styleAloneTitles };
