import type { Lesson } from '../../../graph/lesson/lesson.ts';
import { styleAlone } from './graphs.ts';
import { chooseAnotherStyle, watchIterations } from './tasks.ts';
import { styleAloneTitles } from './titles.ts';

/** Gram matrices: what comes together, with where forgotten. */
export const whatStyleIs: Lesson = {
  id: 'what-style-is',
  title: { en: 'What style is', zh: '什么是风格' },
  summary: {
    en: 'Why a Gram matrix remembers the strokes of a painting and forgets where everything was.',
    zh: 'Gram 矩阵为何记住画的笔触，却忘掉一切的位置。',
  },
  minutes: 7,
  titles: styleAloneTitles,
  graphs: { style: styleAlone() },
  pages: [
    {
      title: { en: 'A painting in a table', zh: '一张表里的画' },
      text: {
        en: 'Forget the photograph for now. The night sky goes through the [encoder](term:encoder), and of all its [features](term:feature) only tables remain: [Gram matrices](term:gram-matrix). A picture that begins as noise is to get the same tables.\n\nLook at the moon on the style picture, to the right.',
        zh: '先忘掉照片。夜空图通过[编码器](term:encoder)，它的全部[特征](term:feature)只留下几张表：[Gram 矩阵](term:gram-matrix)。从噪声开始的画面要得到同样的表。\n\n请看风格图右侧的月亮。',
      },
      graph: 'style',
      unlocked: [],
      view: 'output',
      point: [{ type: 'node', node: 'style' }],
      predict: {
        question: { en: 'Where will the moon be in the new picture?', zh: '新画面中月亮会在哪里？' },
        choices: [
          { en: 'Where it was', zh: '在原处' },
          { en: 'Nowhere: only blue remains', zh: '哪里也没有：只剩蓝色' },
          { en: 'Lights like it, anywhere and several', zh: '类似的光亮，随处可见，不止一个' },
        ],
        answer: 2,
        because: {
          en: 'The table says “yellow discs come with swirls of blue”. It does not say where, nor how many there have to be in which corner. So they turn up anywhere.',
          zh: '表上写着“黄色圆盘与蓝色漩涡一同出现”，没有写在哪里，也没写哪个角落要有几个。于是它们随处出现。',
        },
        holds: 'optimiser',
      },
      tasks: [watchIterations(60)],
    },
    {
      title: { en: 'How it forgets where', zh: '它如何忘掉位置' },
      text: {
        en: 'Take two [channels](term:channel), say “yellow” and “round edge”. Multiply their answers *at the same place*, and average over all places. The result is large if the two come together often: one entry of the table.\n\nThe places are summed away. Cut the picture up, shuffle the pieces, and the sum is the same. What survives is company: *what goes with what*.',
        zh: '取两个[通道](term:channel)，比如“黄色”和“圆边”。把它们*在同一位置*的回答相乘，再对所有位置取平均。两者常一同出现，结果就大：这是表中的一项。\n\n位置在求和中消失了。把图剪碎、打乱，和不变。留下的是结伴：*什么与什么在一起*。',
      },
      formula: String.raw`G_{ij} = \frac{1}{HW} \sum_{p} F_{p,i}\, F_{p,j}`,
      unlocked: [],
      focus: ['styleTaps', 'styleGram', 'pictureGram', 'styleLoss'],
      point: [{ type: 'node', node: 'styleGram' }],
      tasks: [
        {
          text: {
            en: 'Select the Gram of the style. Its layers are the numbers below the heat-map: look at several.',
            zh: '选中风格的 Gram 矩阵。热图下的数字是各层：看看其中几层。',
          },
          when: { type: 'selected', node: 'styleGram' },
        },
      ],
    },
    {
      title: { en: 'Another company', zh: '换一群伙伴' },
      text: {
        en: 'Other strokes, other company. With a new style picture the tables are computed anew, once; the painting starts over and goes for them.',
        zh: '笔触不同，伙伴也不同。换一幅风格图，表会重新计算一次；画面重新开始，朝新的表而去。',
      },
      unlocked: ['style.source'],
      view: 'output',
      point: [{ type: 'node', node: 'style' }],
      tasks: [chooseAnotherStyle, watchIterations(30)],
    },
    {
      title: { en: 'The same features, with where', zh: '同样的特征，带上位置' },
      text: {
        en: 'Below the Style loss stands a Content loss, [muted](term:mute-and-bypass). It takes the *same* features of the *same* painting, and compares them place by place, without a table in between.\n\nSelect a node and press M to mute it or switch it on.',
        zh: '“风格损失”下方有一个被[静音](term:mute-and-bypass)的“内容损失”。它取*同一*幅画的*同样*特征，逐位置比较，中间没有表。\n\n选中节点按 M，即可静音或启用。',
      },
      focus: ['styleLoss', 'contentLoss', 'total', 'optimiser', 'output'],
      view: 'output',
      point: [{ type: 'node', node: 'contentLoss' }],
      predict: {
        question: {
          en: 'If it is judged by the Content loss instead, what will be painted?',
          zh: '改由“内容损失”评判，会画出什么？',
        },
        choices: [
          { en: 'A texture, as before', zh: '纹理，与先前一样' },
          { en: 'The style picture itself', zh: '风格图本身' },
          { en: 'Noise', zh: '噪声' },
        ],
        answer: 1,
        because: {
          en: 'With places, the features are the painting’s content, and it comes back whole. Summed over places, the very same numbers are its style.',
          zh: '带着位置，这些特征就是画的内容，原画完整地回来了。对位置求和之后，同样的数便是它的风格。',
        },
      },
      tasks: [
        {
          text: { en: 'Switch the Content loss on.', zh: '启用“内容损失”。' },
          when: { type: 'flow', node: 'contentLoss', is: 'normal' },
        },
        {
          text: { en: 'Mute the Style loss.', zh: '静音“风格损失”。' },
          when: { type: 'flow', node: 'styleLoss', is: 'muted' },
        },
        watchIterations(30),
      ],
    },
  ],
};
