import type { Text } from '../text.ts';

/** What is said of painting videos, frame by frame. */
export const filmMessages = {
  'film.no-picture': {
    en: 'The graph gave no picture for this frame.',
    zh: '图没有为这一帧给出图片。',
  },
  'film.not-begun': { en: 'No video is being painted.', zh: '没有正在绘制的视频。' },
} as const satisfies Record<string, Text>;
