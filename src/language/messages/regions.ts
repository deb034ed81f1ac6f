import type { Text } from '../text.ts';

/** What the nodes for regions and mixtures say of wires that do not suit them. */
export const regionMessages = {
  'mix.other-shape': {
    en: 'At {layer} the two statistics hold different numbers of values, as they were taken at other sizes. Give both images the same size.',
    zh: '在 {layer} 层，两个统计量的数值个数不同，因为取自不同的尺寸。请让两张图片同样大小。',
  },
  'mask.not-painted': {
    en: 'Nothing is painted yet. Paint where the mask is in, choose a file, or take it by luminance.',
    zh: '尚未绘制。请涂出蒙版之内的区域、选择文件，或改为按明度选取。',
  },
} satisfies Record<string, Text>;
