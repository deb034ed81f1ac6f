import type { Lesson } from '../../../graph/lesson/lesson.ts';
import { contentAlone, gatys } from './graphs.ts';
import { watchIterations } from './tasks.ts';
import { gatysTitles } from './titles.ts';

const optimiser = { iterations: 120, afterEdit: 'restart' } as const;

/** How much of style transfer is the training, and how much the architecture. */
export const trainedAndRandom: Lesson = {
  id: 'trained-and-random',
  title: { en: 'Trained and random', zh: '训练过的与随机的' },
  summary: {
    en: 'Does the encoder have to have learned anything? Ask one that has not.',
    zh: '编码器非得学过什么吗？去问一个没学过的。',
  },
  minutes: 6,
  titles: gatysTitles,
  graphs: {
    style: gatys({ size: 96, optimiser }),
    content: contentAlone({ size: 80, layers: ['relu3_1'], encoder: { weights: 'random:7' }, optimiser }),
  },
  pages: [
    {
      title: { en: 'What a trained eye paints', zh: '训练过的眼睛画出什么' },
      text: {
        en: 'This [encoder](term:encoder) has learned, from a million photographs, what is worth telling apart. You know by now what it paints.',
        zh: '这个[编码器](term:encoder)从上百万张照片学会了什么值得区分。它画出什么，你已经知道了。',
      },
      graph: 'style',
      unlocked: ['encoder.weights'],
      view: 'output',
      point: [{ type: 'node', node: 'encoder' }],
      tasks: [
        {
          text: { en: 'Watch 40 iterations, and remember the strokes.', zh: '看 40 次迭代，记住它的笔触。' },
          when: { type: 'iterations', optimiser: 'optimiser', count: 40 },
        },
      ],
    },
    {
      title: { en: 'An eye that learned nothing', zh: '什么都没学过的眼睛' },
      text: {
        en: 'The same architecture with random numbers in its [convolutions](term:convolution): it was never [trained](term:training). All else in the graph stays. (It is a full-width VGG-19, so it paints more slowly.)',
        zh: '同样的架构，[卷积](term:convolution)里却是随机数：它从未被[训练](term:training)。图中其余一切不变。（它是全宽的 VGG-19，所以画得慢些。）',
      },
      unlocked: ['encoder.weights'],
      focus: ['encoder', 'contentTaps', 'pictureTaps', 'styleTaps', 'output', 'optimiser'],
      select: 'encoder',
      view: 'output',
      point: [{ type: 'parameter', node: 'encoder', param: 'weights' }],
      predict: {
        question: { en: 'What will an untrained encoder paint?', zh: '未训练的编码器会画出什么？' },
        choices: [
          { en: 'Noise', zh: '噪声' },
          {
            en: 'The painting’s colours in soft patches, no strokes',
            zh: '原画的颜色，柔和的色块，没有笔触',
          },
          { en: 'The same strokes, a little rougher', zh: '同样的笔触，略粗糙些' },
        ],
        answer: 1,
        because: {
          en: 'Random convolutions mix colours and neighbours in hundreds of ways, and their Gram matrices do pin down colours and coarse contrast. But nobody taught them that a brushstroke is a thing.',
          zh: '随机卷积以数百种方式混合颜色与邻近像素，它们的 Gram 矩阵确实能固定颜色和粗略的反差。但没人教过它们笔触是一种东西。',
        },
      },
      tasks: [
        {
          text: {
            en: 'Choose the random encoder: the encoder’s weights in the inspector.',
            zh: '在检查器的编码器权重中选择随机编码器。',
          },
          when: { type: 'parameter', node: 'encoder', param: 'weights' },
        },
        watchIterations(25),
      ],
    },
    {
      title: { en: 'Random eyes lose little', zh: '随机的眼睛丢得不多' },
      text: {
        en: 'Another graph: from noise, with nothing but the untrained encoder’s `relu3_1` to go by.',
        zh: '另一张图：从噪声开始，只凭未训练编码器的 `relu3_1`。',
      },
      graph: 'content',
      unlocked: [],
      view: 'output',
      predict: {
        question: {
          en: 'Can the photograph be found again in random features?',
          zh: '能从随机特征中找回照片吗？',
        },
        choices: [
          { en: 'No, random numbers tell nothing', zh: '不能，随机数什么也没说' },
          { en: 'Yes, place by place nearly everything is still there', zh: '能，逐位置看几乎全都还在' },
        ],
        answer: 1,
        because: {
          en: 'To mix is not to forget: hundreds of random answers at each place fix the pixels. What training adds is not what is kept, but what is *ignored*, and ignoring is what both content and style live on.',
          zh: '混合不等于遗忘：每个位置数百个随机回答足以确定像素。训练增添的不是保留什么，而是*忽略*什么；内容与风格都靠忽略而成立。',
        },
        holds: 'optimiser',
      },
      tasks: [watchIterations(40)],
    },
  ],
};
