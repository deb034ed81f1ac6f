import type { Text } from '../text.ts';

/** What is said of painting videos, frame by frame. */
export const filmMessages = {
  'film.no-picture': {
    en: 'The graph gave no picture for this frame.',
    zh: '图没有为这一帧给出图片。',
  },
  'film.painter-gone': {
    en: 'The painter failed at this frame and begins anew. What is painted is kept: resume to go on from here.',
    zh: '绘制程序在这一帧出错，正在重新启动。已绘制的部分都保留着：点“继续”即可从这里接着绘制。',
  },
  'film.not-begun': { en: 'No video is being painted.', zh: '没有正在绘制的视频。' },
} as const satisfies Record<string, Text>;
