import type { Lesson } from '../../../graph/lesson/lesson.ts';
import { gatys } from './graphs.ts';
import { switchOff, watchIterations } from './tasks.ts';
import { gatysTitles } from './titles.ts';

const aboutThese = ['style', 'styleSize', 'styleTaps', 'styleGram', 'styleLoss', 'optimiser', 'output'];

/** Which layers of the style bring which strokes, and how the picture's size enters. */
export const deepAndShallow: Lesson = {
  id: 'deep-and-shallow',
  title: { en: 'Big and small strokes', zh: '大笔触与小笔触' },
  summary: {
    en: 'Shallow layers bring colour and grain, deep ones large shapes; the size of the style picture does the rest.',
    zh: '浅层带来颜色与颗粒，深层带来大的形状；其余由风格图的尺寸决定。',
  },
  minutes: 6,
  titles: { ...gatysTitles, styleSize: { en: 'Size of the style', zh: '风格的尺寸' } },
  graphs: {
    strokes: gatys({ layers: ['relu1_1'], styleWeight: 100, optimiser: { afterEdit: 'restart' } }),
  },
  pages: [
    {
      title: { en: 'Only the first layer', zh: '只有第一层' },
      text: {
        en: 'Here the [style](term:style) is compared at `relu1_1` alone. One of its [features](term:feature) sees 3×3 pixels.',
        zh: '这里只在 `relu1_1` 比较[风格](term:style)。它的一个[特征](term:feature)看到 3×3 像素。',
      },
      graph: 'strokes',
      unlocked: [],
      focus: aboutThese,
      view: 'output',
      point: [{ type: 'node', node: 'styleTaps' }],
      predict: {
        question: { en: 'What of the night sky will the lake take on?', zh: '湖会从夜空那里得到什么？' },
        choices: [
          { en: 'Its colours and grain', zh: '颜色与颗粒' },
          { en: 'Its swirls', zh: '漩涡' },
          { en: 'Its moon', zh: '月亮' },
        ],
        answer: 0,
        because: {
          en: 'In 3×3 pixels there is no room for a swirl. The table knows colours and how they change from one pixel to the next, nothing larger.',
          zh: '3×3 像素里容不下漩涡。这张表只知道颜色，以及颜色如何从一个像素过渡到下一个，没有更大的东西。',
        },
        holds: 'optimiser',
      },
      tasks: [watchIterations(30)],
    },
    {
      title: { en: 'Only a deep layer', zh: '只有深层' },
      text: {
        en: 'At `relu4_1` a feature sees almost 70 pixels, half of this picture: a whole swirl with its light.',
        zh: '在 `relu4_1`，一个特征看到近 70 像素，相当于这幅图的一半：整个漩涡连同它的光。',
      },
      unlocked: ['styleTaps.layers'],
      focus: aboutThese,
      select: 'styleTaps',
      view: 'output',
      point: [{ type: 'node', node: 'styleTaps' }],
      predict: {
        question: { en: 'And with relu4_1 alone?', zh: '若只用 relu4_1 呢？' },
        choices: [
          { en: 'Large shapes, in colours that are not the painting’s', zh: '大的形状，颜色却不是原画的' },
          { en: 'The same colours, and swirls as well', zh: '同样的颜色，再加上漩涡' },
          { en: 'The photograph stays as it is', zh: '照片保持原样' },
        ],
        answer: 0,
        because: {
          en: 'Deep features were trained to know a thing by day and by night, so exact colours are lost on them. Gatys took one layer of every block: each brings what the others miss.',
          zh: '深层特征被训练成白天黑夜都认得同一事物，精确的颜色就丢了。Gatys 从每块各取一层：每层带来其他层所缺的。',
        },
      },
      tasks: [
        {
          text: {
            en: 'On the Taps of the style, switch `relu4_1` on.',
            zh: '在“风格的抽头”上打开 `relu4_1`。',
          },
          when: { type: 'layers', node: 'styleTaps', layers: ['relu4_1'], are: 'on' },
        },
        switchOff('styleTaps', 'relu1_1'),
        watchIterations(30),
      ],
    },
    {
      title: { en: 'All of them', zh: '全都用上' },
      text: {
        en: 'Now let every block have its say, from grain to swirl.',
        zh: '现在让每一块都发言，从颗粒到漩涡。',
      },
      unlocked: ['styleTaps.layers'],
      focus: aboutThese,
      select: 'styleTaps',
      view: 'output',
      point: [{ type: 'node', node: 'styleTaps' }],
      tasks: [
        {
          text: {
            en: 'Switch on `relu1_1`, `relu2_1`, `relu3_1` and `relu4_1`.',
            zh: '打开 `relu1_1`、`relu2_1`、`relu3_1` 和 `relu4_1`。',
          },
          when: {
            type: 'layers',
            node: 'styleTaps',
            layers: ['relu1_1', 'relu2_1', 'relu3_1', 'relu4_1'],
            are: 'on',
          },
        },
        watchIterations(30),
      ],
    },
    {
      title: { en: 'The size of the style', zh: '风格图的尺寸' },
      text: {
        en: 'An encoder counts in pixels. Shrink the style picture and its strokes shrink with it; enlarge it, and they grow. This is the simplest way to choose the brush. (Sizes may differ: [Gram matrices](term:gram-matrix) forget them.)',
        zh: '编码器按像素计。把风格图缩小，笔触随之变小；放大则变大。这是选择画笔最简单的办法。（尺寸可以不同：[Gram 矩阵](term:gram-matrix)不记尺寸。）',
      },
      unlocked: ['styleTaps.layers', 'styleSize.size'],
      focus: aboutThese,
      select: 'styleSize',
      view: 'output',
      point: [{ type: 'parameter', node: 'styleSize', param: 'size' }],
      predict: {
        question: {
          en: 'The style picture at half its size: the strokes will be …',
          zh: '风格图缩到一半，笔触会……',
        },
        choices: [
          { en: 'finer, and more of them', zh: '更细、更多' },
          { en: 'coarser', zh: '更粗' },
          { en: 'the same', zh: '不变' },
        ],
        answer: 0,
        because: {
          en: 'A swirl that was 40 pixels wide is 20 now, and that is what the tables tell.',
          zh: '原来宽 40 像素的漩涡现在是 20，表中说的就是这个。',
        },
      },
      tasks: [
        {
          text: { en: 'Set the size of the style to 64 or less.', zh: '把风格的尺寸设为 64 或更小。' },
          when: { type: 'parameter', node: 'styleSize', param: 'size', below: 65 },
        },
        watchIterations(30),
      ],
    },
  ],
};
