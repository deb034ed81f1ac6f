import type { Text } from '../text.ts';

/** The window in which lenses look into nodes. */
export const lensWindowMessages = {
  'lens-window.lenses': { en: 'Lenses', zh: '透镜' },
  'lens-window.close': { en: 'Close the lens', zh: '关闭透镜' },
  'lens-window.look-inside': { en: 'Look inside', zh: '看看里面' },
  'lens-window.nothing-here': {
    en: 'This lens looks into layer taps and encoders. Select one.',
    zh: '这个透镜用来查看层抽头与编码器。请先选中一个。',
  },
} as const satisfies Readonly<Record<string, Text>>;
