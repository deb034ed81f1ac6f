import type { Text } from '../text.ts';

/** What the page says when a graph travels: in pictures, links, presets and lectures. Placeholders follow ICU MessageFormat. */
export const sharingMessages = {
  // Pictures
  'sharing.saved-with-recipe': {
    en: 'Saved as `{file}`. It carries its graph: drop it on this page to have the graph back.',
    zh: '已保存为 `{file}`。它携带着自己的图：拖回本页即可恢复该图。',
  },
  'sharing.opened-recipe': {
    en: '“{file}” carries the graph that painted it, which is open now. Painted by Gramarye {version} on {backend}. {repeatable}',
    zh: '“{file}”携带着绘制它的图，现已打开。由 Gramarye {version} 在 {backend} 上绘制。{repeatable}',
  },
  'sharing.repeatable': {
    en: 'It can be repeated exactly.',
    zh: '可以精确重现。',
  },
  'sharing.not-repeatable': {
    en: 'The graph was edited on the way, so it cannot be repeated exactly.',
    zh: '绘制途中图被编辑过，因此无法精确重现。',
  },
  'sharing.use-as-picture': { en: 'Use as a picture', zh: '用作图片' },
  'sharing.open-graph': { en: 'Open its graph', zh: '打开它的图' },
  'sharing.carries-graph': {
    en: '“{file}” carries the graph that painted it.',
    zh: '“{file}”携带着绘制它的图。',
  },
  'sharing.recipe-refused': {
    en: '“{file}” is used as a picture only. Its graph was not opened: {why}',
    zh: '“{file}”仅用作图片。其中的图未打开：{why}',
  },
} as const satisfies Record<string, Text>;
