/** The lessons that ship, in the order in which they are meant. A lesson itself is loaded when it is opened. */
import type { Lesson } from '../../../graph/lesson/lesson.ts';
import type { Text } from '../../../language/text.ts';

/** What the gallery says of a lesson; a test compares it with the lesson. */
export interface ShippedLesson {
  readonly id: string;
  readonly title: Text;
  readonly summary: Text;
  readonly minutes: number;
  readonly pages: number;
  load(): Promise<Lesson>;
}

export const shippedLessons: readonly ShippedLesson[] = [
  {
    id: 'from-pixels-to-features',
    title: { en: 'From pixels to features', zh: '从像素到特征' },
    summary: {
      en: 'What a network sees when it looks at a picture, and how that changes with depth.',
      zh: '网络看一幅图时看到什么，又如何随深度而变。',
    },
    minutes: 6,
    pages: 4,
    load: async () => (await import('./pixels-to-features.ts')).pixelsToFeatures,
  },
  {
    id: 'what-content-is',
    title: { en: 'What content is', zh: '什么是内容' },
    summary: {
      en: 'Paint a photograph from one layer’s features alone, and see what that layer kept.',
      zh: '只凭一层的特征重画照片，看这一层保留了什么。',
    },
    minutes: 6,
    pages: 3,
    load: async () => (await import('./what-content-is.ts')).whatContentIs,
  },
  {
    id: 'what-style-is',
    title: { en: 'What style is', zh: '什么是风格' },
    summary: {
      en: 'Why a Gram matrix remembers the strokes of a painting and forgets where everything was.',
      zh: 'Gram 矩阵为何记住画的笔触，却忘掉一切的位置。',
    },
    minutes: 7,
    pages: 4,
    load: async () => (await import('./what-style-is.ts')).whatStyleIs,
  },
  {
    id: 'tug-of-war',
    title: { en: 'The tug of war', zh: '拔河' },
    summary: {
      en: 'Content pulls one way, style the other. Weights decide, and only their proportion counts.',
      zh: '内容往一边拉，风格往另一边拉。由权重决定，而且只看它们的比例。',
    },
    minutes: 7,
    pages: 5,
    load: async () => (await import('./tug-of-war.ts')).tugOfWar,
  },
  {
    id: 'how-it-is-painted',
    title: { en: 'How the picture gets painted', zh: '画面如何绘成' },
    summary: {
      en: 'Step by step downhill: gradient, learning rate, and why Adam needs no tuning.',
      zh: '一步步走下坡：梯度、学习率，以及 Adam 为何不必调参。',
    },
    minutes: 8,
    pages: 5,
    load: async () => (await import('./how-it-is-painted.ts')).howItIsPainted,
  },
  {
    id: 'deep-and-shallow',
    title: { en: 'Big and small strokes', zh: '大笔触与小笔触' },
    summary: {
      en: 'Shallow layers bring colour and grain, deep ones large shapes; the size of the style picture does the rest.',
      zh: '浅层带来颜色与颗粒，深层带来大的形状；其余由风格图的尺寸决定。',
    },
    minutes: 6,
    pages: 4,
    load: async () => (await import('./deep-and-shallow.ts')).deepAndShallow,
  },
  {
    id: 'trained-and-random',
    title: { en: 'Trained and random', zh: '训练过的与随机的' },
    summary: {
      en: 'Does the encoder have to have learned anything? Ask one that has not.',
      zh: '编码器非得学过什么吗？去问一个没学过的。',
    },
    minutes: 6,
    pages: 3,
    load: async () => (await import('./trained-and-random.ts')).trainedAndRandom,
  },
  {
    id: 'in-one-pass',
    title: { en: 'In one pass', zh: '一次完成' },
    summary: {
      en: 'Fast style transfer: a trained network in the place of the loop, and what it can and cannot do.',
      zh: '快速风格迁移：用训练好的网络代替循环，看它能做什么、不能做什么。',
    },
    minutes: 6,
    pages: 3,
    load: async () => (await import('./in-one-pass.ts')).inOnePass,
  },
];

export const shippedLesson = async (id: string): Promise<Lesson | undefined> =>
  shippedLessons.find(lesson => lesson.id === id)?.load();
