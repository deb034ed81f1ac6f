import type { Lesson } from '../../../graph/lesson/lesson.ts';
import { contentAlone } from './graphs.ts';
import { switchOff, watchIterations } from './tasks.ts';
import { contentAloneTitles } from './titles.ts';

/** Painting from one layer's features: what a shallow one keeps, what a deep one lets go. */
export const whatContentIs: Lesson = {
  id: 'what-content-is',
  title: { en: 'What content is', zh: '什么是内容' },
  summary: {
    en: 'Paint a photograph from one layer’s features alone, and see what that layer kept.',
    zh: '只凭一层的特征重画照片，看这一层保留了什么。',
  },
  minutes: 6,
  titles: contentAloneTitles,
  graphs: { content: contentAlone() },
  pages: [
    {
      title: { en: 'Out of noise', zh: '从噪声中来' },
      text: {
        en: 'This graph has one wish only: that the picture’s [features](term:feature) at `relu1_1` be those of the photograph, at every place. The [content loss](node:content-loss) measures how far off they are.\n\nThe picture begins as pure [noise](term:noise). It never sees the photograph’s pixels, only what the first layer said of them.',
        zh: '这张图只有一个愿望：画面在 `relu1_1` 的[特征](term:feature)处处与照片相同。[内容损失](node:content-loss)衡量还差多远。\n\n画面从纯[噪声](term:noise)开始。它从未看到照片的像素，只知道第一层对它们说了什么。',
      },
      graph: 'content',
      unlocked: [],
      view: 'output',
      predict: {
        question: { en: 'What will come out of the noise?', zh: '噪声中会浮现什么？' },
        choices: [
          { en: 'Nearly the photograph itself', zh: '几乎就是照片本身' },
          { en: 'Outlines without colours', zh: '没有颜色的轮廓' },
          { en: 'Another landscape of the same kind', zh: '另一处类似的风景' },
        ],
        answer: 0,
        because: {
          en: 'The first layer forgets next to nothing: its features tell colours and edges pixel by pixel, so the pixels follow from them.',
          zh: '第一层几乎什么都没忘：它的特征逐像素说明颜色与边缘，像素便由此确定。',
        },
        holds: 'optimiser',
      },
      tasks: [watchIterations(40)],
    },
    {
      title: { en: 'The same from deep down', zh: '换到深处' },
      text: {
        en: 'Now the wish is moved to a deep layer, `relu4_1`. There one place stands for a patch of almost 70 pixels, and was [trained](term:training) to say *what* is there rather than how it is lit.\n\nOn “Taps of the content”, each little cell is a layer; a click switches it.',
        zh: '现在把愿望移到深层 `relu4_1`。那里一个位置代表近 70 像素的一块，并被[训练](term:training)成说明那里*有什么*，而不是光照如何。\n\n在“内容的抽头”上，每个小格是一层，点击即可开关。',
      },
      unlocked: ['contentTaps.layers'],
      focus: ['contentTaps', 'contentLoss', 'pictureTaps', 'picture', 'output', 'optimiser'],
      select: 'contentTaps',
      point: [{ type: 'node', node: 'contentTaps' }],
      predict: {
        question: { en: 'With relu4_1 alone, what will be kept?', zh: '只用 relu4_1，会保留什么？' },
        choices: [
          { en: 'Every pixel, as before', zh: '每个像素，与先前一样' },
          { en: 'The things in their places; fine detail wavers', zh: '事物各在原位；细节摇摆不定' },
          { en: 'The colours, but no things', zh: '颜色还在，事物全无' },
        ],
        answer: 1,
        because: {
          en: 'Trees, shore and peaks stand where they stood. Yet edges shiver and surfaces are no longer exact: many pictures have these same deep features, and the optimiser found one of them.',
          zh: '树、岸与山峰仍在原处。但边缘颤动，表面不再精确：许多图像都有同样的深层特征，优化器找到了其中之一。',
        },
      },
      tasks: [
        {
          text: { en: 'Switch `relu4_1` on.', zh: '打开 `relu4_1`。' },
          when: { type: 'layers', node: 'contentTaps', layers: ['relu4_1'], are: 'on' },
        },
        switchOff('contentTaps', 'relu1_1'),
        {
          text: { en: 'Watch 40 iterations of the new painting.', zh: '看新画面的 40 次迭代。' },
          when: { type: 'iterations', optimiser: 'optimiser', count: 40 },
        },
      ],
    },
    {
      title: { en: 'Freedom is the point', zh: '要的正是自由' },
      text: {
        en: 'So [content](term:content) is what deep features keep: *what is where*. What they let go, exact colours, textures, brushwork, is free. It is the room in which a [style](term:style) can live.\n\nGatys used `relu4_2`. A shallower layer would leave no room, a deeper one little of the place.',
        zh: '所以[内容](term:content)就是深层特征所保留的：*什么在哪里*。它们放开的精确颜色、纹理、笔法都是自由的，正是[风格](term:style)得以容身的空间。\n\nGatys 用的是 `relu4_2`。更浅的层不留空间，更深的层所剩位置无几。',
      },
      formula: String.raw`L_{\text{content}} = \operatorname{mean}\,(F_l - \hat F_l)^2`,
      unlocked: ['contentTaps.layers'],
      point: [{ type: 'part', part: 'compare' }],
      tasks: [
        {
          text: {
            en: 'Compare the painting with its beginning: the marked button above the picture, then drag the line.',
            zh: '把画面与它的起点作比较：点画面上方标出的按钮，再拖动分界线。',
          },
          when: { type: 'compared' },
        },
      ],
    },
  ],
};
