import type { Lesson } from '../../../graph/lesson/lesson.ts';
import { threeDepths } from './graphs.ts';

const aboutThese = ['contentSize', 'shallow', 'middle', 'deep'];

const free = ['content.source', 'contentSize.size'];

/** What an encoder sees: channels, depth, receptive fields, and that one can paint from it. */
export const pixelsToFeatures: Lesson = {
  id: 'from-pixels-to-features',
  title: { en: 'From pixels to features', zh: '从像素到特征' },
  summary: {
    en: 'What a network sees when it looks at a picture, and how that changes with depth.',
    zh: '网络看一幅图时看到什么，又如何随深度而变。',
  },
  minutes: 6,
  titles: {
    content: { en: 'Photograph', zh: '照片' },
    shallow: { en: 'Shallow: relu1_1', zh: '浅层：relu1_1' },
    middle: { en: 'Middle: relu3_1', zh: '中层：relu3_1' },
    deep: { en: 'Deep: relu5_1', zh: '深层：relu5_1' },
  },
  graphs: { depths: threeDepths() },
  pages: [
    {
      title: { en: 'A picture is a grid of numbers', zh: '图像是数的网格' },
      text: {
        en: 'To a computer, this photograph is a grid of pixels: three numbers each, for red, green and blue. Nowhere does it say “window”.\n\nTo compare pictures by what is *on* them, we ask a network that has learned to see: an [encoder](term:encoder). It looks at a small grid, here 128 pixels wide.',
        zh: '对计算机来说，这张照片是像素的网格：每个像素三个数，红、绿、蓝。哪里都没有写着“窗户”。\n\n要按图上*有什么*来比较图像，就得请教一个学会了看的网络：[编码器](term:encoder)。它看的是一个小网格，这里宽 128 像素。',
      },
      graph: 'depths',
      focus: ['content', 'contentSize', 'encoder'],
      view: 'content',
      unlocked: ['content.source'],
      point: [{ type: 'node', node: 'content' }],
      tasks: [
        {
          text: {
            en: 'Choose another photograph: the button on the Photograph node.',
            zh: '换一张照片：用“照片”节点上的按钮。',
          },
          when: { type: 'parameter', node: 'content', param: 'source' },
        },
      ],
    },
    {
      title: { en: 'Questions, asked everywhere', zh: '处处提同样的问题' },
      text: {
        en: 'The encoder asks the same small questions at every place: is there an edge here, how blue is it? Each question is a [channel](term:channel), each answer a [feature](term:feature).\n\nHere we [tap](term:tap) it at three depths. Bright is where its channels answer loudly. After every block the grid is halved ([pooling](term:pooling)).',
        zh: '编码器在每个位置提同样的小问题：这里有边缘吗？有多蓝？每个问题是一个[通道](term:channel)，每个回答是一个[特征](term:feature)。\n\n这里在三个深度接出[抽头](term:tap)。亮处是各通道回答响亮之处。每过一块，网格减半（[池化](term:pooling)）。',
      },
      focus: aboutThese,
      unlocked: ['content.source'],
      predict: {
        question: {
          en: 'Four times halved: how many places wide is the map at relu5_1 for a picture of 128 pixels?',
          zh: '减半四次：128 像素宽的图，relu5_1 的特征图有几个位置宽？',
        },
        choices: [
          { en: '128', zh: '128' },
          { en: '32', zh: '32' },
          { en: '8', zh: '8' },
        ],
        answer: 2,
        because: {
          en: '128, 64, 32, 16, 8: four poolings lie before the fifth block. Eight places across are all that the deep layer has to say *where* things are.',
          zh: '128、64、32、16、8：第五块之前有四次池化。深层只剩横向 8 个位置来说明东西*在哪里*。',
        },
      },
      point: [{ type: 'node', node: 'deep' }],
      tasks: [
        {
          text: {
            en: 'Select the deep taps and compare their coarse map with the shallow one.',
            zh: '选中深层抽头，把它粗糙的特征图与浅层的作比较。',
          },
          when: { type: 'selected', node: 'deep' },
        },
      ],
    },
    {
      title: { en: 'How far a feature sees', zh: '一个特征看多远' },
      text: {
        en: 'One place at `relu1_1` sees 3×3 pixels: an edge, a dot. At `relu3_1` it sees 24, at `relu5_1` 156, more than this whole picture. That patch is its [receptive field](term:receptive-field).\n\nIt is counted in pixels, so size matters: make the picture smaller, and the same layer sees more of it at once.',
        zh: '`relu1_1` 的一个位置看到 3×3 像素：一条边、一个点。`relu3_1` 看到 24，`relu5_1` 看到 156，比整幅图还大。这一块就是它的[感受野](term:receptive-field)。\n\n它按像素计，所以尺寸重要：把图缩小，同一层一眼看到的就更多。',
      },
      focus: aboutThese,
      select: 'contentSize',
      unlocked: free,
      point: [{ type: 'parameter', node: 'contentSize', param: 'size' }],
      tasks: [
        {
          text: {
            en: 'Set the size to 64 or less. What is left of the deep map?',
            zh: '把尺寸设为 64 或更小。深层特征图还剩什么？',
          },
          when: { type: 'parameter', node: 'contentSize', param: 'size', below: 65 },
        },
      ],
    },
    {
      title: { en: 'Painted from features', zh: '由特征画出' },
      text: {
        en: 'If features tell what is on a picture, a picture can be painted *from* them. The [optimiser](term:optimiser) begins with noise and moves pixels until the three layers answer as they did for the photograph.\n\nThat is the whole trick of this page, and of style transfer: not the network is changed, but [the picture](term:picture).',
        zh: '既然特征说明了图上有什么，就可以*由*特征画出图来。[优化器](term:optimiser)从噪声开始移动像素，直到三层的回答与面对照片时一样。\n\n这就是这里、也是风格迁移的全部诀窍：改变的不是网络，而是[画面](term:picture)。',
      },
      view: 'output',
      unlocked: free,
      point: [{ type: 'part', part: 'viewer' }],
      tasks: [
        {
          text: {
            en: 'Begin again (Shift+R, or the round arrow below the picture).',
            zh: '重新开始（Shift+R，或画面下方的圆形箭头）。',
          },
          when: { type: 'restarted', optimiser: 'optimiser' },
        },
        {
          text: { en: 'Watch it paint 40 iterations.', zh: '看它绘制 40 次迭代。' },
          when: { type: 'iterations', optimiser: 'optimiser', count: 40 },
        },
      ],
    },
  ],
};
