import type { Text } from '../text.ts';

export const formulaFaceMessages = {
  'formula-face.turn': { en: 'Formula with its numbers (E)', zh: '公式与其中的数值（E）' },
  'formula-face.terms': { en: 'Weight · value of each term', zh: '各项的权重 · 数值' },
  'formula-face.not-yet': {
    en: 'It has no value before the first iteration.',
    zh: '第一次迭代之前没有数值。',
  },
  'formula-face.none': { en: 'What is selected computes nothing.', zh: '所选节点不作计算。' },
} as const satisfies Record<string, Text>;
