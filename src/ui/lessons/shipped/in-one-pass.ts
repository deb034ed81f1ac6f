import type { Lesson } from '../../../graph/lesson/lesson.ts';
import { quickStart, singlePass } from './graphs.ts';
import { chooseAnotherStyle, watchIterations } from './tasks.ts';
import { gatysTitles } from './titles.ts';

const free = ['style.source', 'content.source'];

/** AdaIN: a network in the place of the loop, what it costs and what it is good for. */
export const inOnePass: Lesson = {
  id: 'in-one-pass',
  title: { en: 'In one pass', zh: '一次完成' },
  summary: {
    en: 'Fast style transfer: a trained network in the place of the loop, and what it can and cannot do.',
    zh: '快速风格迁移：用训练好的网络代替循环，看它能做什么、不能做什么。',
  },
  minutes: 6,
  titles: { ...gatysTitles, matchTaps: { en: 'Deep taps of the style', zh: '风格的深层抽头' } },
  graphs: { pass: singlePass(), start: quickStart({ styleWeight: 10, size: 160 }) },
  pages: [
    {
      title: { en: 'No loop at all', zh: '完全没有循环' },
      text: {
        en: 'This graph has no [loss](term:loss) and no [optimiser](term:optimiser). Photograph and painting are looked at once; their [features](term:feature) are mixed; a second network, the [decoder](term:decoder), turns the mixture into a picture.\n\nThe work was done beforehand: the decoder was [trained](term:training) on thousands of mixtures.',
        zh: '这张图里没有[损失](term:loss)，也没有[优化器](term:optimiser)。照片与画作各看一遍，把[特征](term:feature)混合，再由第二个网络，即[解码器](term:decoder)，把混合物变成图像。\n\n功夫在事前：解码器在成千上万种混合上[训练](term:training)过。',
      },
      graph: 'pass',
      unlocked: free,
      view: 'output',
      predict: {
        question: {
          en: 'Another style picture is chosen, one the decoder has never met. What happens?',
          zh: '换一幅解码器从未见过的风格图，会怎样？',
        },
        choices: [
          { en: 'It has to be trained anew', zh: '必须重新训练' },
          { en: 'The new style is there at once', zh: '新风格立刻出现' },
          { en: 'The style stays what it was', zh: '风格保持不变' },
        ],
        answer: 1,
        because: {
          en: 'The decoder never learned one style. It learned to paint whatever features it is handed, and the style reaches it as mean and deviation of these.',
          zh: '解码器学的不是某一种风格，而是把交给它的任何特征画出来；风格以这些特征的均值与标准差到达它那里。',
        },
      },
      point: [{ type: 'node', node: 'style' }],
      tasks: [chooseAnotherStyle],
    },
    {
      title: { en: 'Statistics, matched', zh: '匹配统计量' },
      text: {
        en: '[AdaIN](term:adain) is one line: take off each [channel](term:channel)’s mean, divide by its deviation, then put the style’s in their place. *Where* a channel fires still comes from the photograph; *how strongly*, from the painting.\n\nThese two numbers per channel are a short form of the [Gram matrix](term:gram-matrix).',
        zh: '[AdaIN](term:adain) 只有一行：减去每个[通道](term:channel)的均值，除以标准差，再换上风格的。通道在*哪里*激活仍来自照片，激活*多强*来自画作。\n\n每个通道的这两个数，是 [Gram 矩阵](term:gram-matrix)的简写。',
      },
      formula: String.raw`F' = \sigma_s\,\frac{F_c - \mu_c}{\sigma_c} + \mu_s`,
      unlocked: [...free, 'match.strength'],
      focus: ['contentTaps', 'styleTaps', 'match', 'decoder', 'output'],
      select: 'match',
      view: 'output',
      point: [{ type: 'parameter', node: 'match', param: 'strength' }],
      predict: {
        question: {
          en: 'With a strength of 0, what does the decoder paint?',
          zh: '强度为 0 时，解码器画出什么？',
        },
        choices: [
          { en: 'Nothing: black', zh: '什么都没有：一片黑' },
          { en: 'The photograph, as well as it can', zh: '尽其所能还原照片' },
          { en: 'The painting itself', zh: '画作本身' },
        ],
        answer: 1,
        because: {
          en: 'Unmixed features are those of the photograph. What differs from it now is what the features, or the small decoder, could not hold.',
          zh: '未混合的特征就是照片的特征。此时与照片不同之处，正是特征或这个小解码器没能保住的东西。',
        },
      },
      tasks: [
        {
          text: { en: 'Bring the strength below 0.1.', zh: '把强度降到 0.1 以下。' },
          when: { type: 'parameter', node: 'match', param: 'strength', below: 0.1 },
        },
        {
          text: { en: 'Bring it back above 0.9.', zh: '再升到 0.9 以上。' },
          when: { type: 'parameter', node: 'match', param: 'strength', above: 0.9 },
        },
      ],
    },
    {
      title: { en: 'A head start for the loop', zh: '给循环一个好起点' },
      text: {
        en: 'One pass is quick and a little coarse: the decoder paints habits, not this very picture. The loop is slow and exact. So let the one begin and the other finish: here [the picture](term:picture) starts from what the decoder made.',
        zh: '一次前向很快，也略粗：解码器画的是习惯，不是这一幅。循环慢而精确。那就一个起头、一个收尾：这里[画面](term:picture)从解码器的结果开始。',
      },
      graph: 'start',
      unlocked: free,
      view: 'output',
      point: [{ type: 'part', part: 'compare' }],
      predict: {
        question: {
          en: 'From the photograph, the loop takes 100 iterations to some loss. From the decoder’s picture, it is there after …',
          zh: '从照片开始，循环用 100 次迭代降到某个损失。从解码器的画面开始，到达同样的损失需要……',
        },
        choices: [
          { en: 'about 35', zh: '约 35 次' },
          { en: 'about 100, too', zh: '同样约 100 次' },
          { en: 'about 200: it has to unlearn the habits', zh: '约 200 次：得先改掉习惯' },
        ],
        answer: 0,
        because: {
          en: 'Thirty-four, in the median of the six pairs that we measured. Colours and strokes are there already; the loop mends what the decoder has no words for.',
          zh: '我们测了六对图，中位数是三十四次。颜色与笔触已经在了；循环只需修补解码器表达不了的地方。',
        },
        holds: 'optimiser',
      },
      tasks: [
        watchIterations(30),
        {
          text: {
            en: 'Compare with the beginning: the marked button, then drag the line.',
            zh: '与起点比较：点标出的按钮，再拖动分界线。',
          },
          when: { type: 'compared' },
        },
      ],
    },
  ],
};
