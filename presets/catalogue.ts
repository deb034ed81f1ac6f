/**
 * What is said of each preset, in the order of the gallery. A preset is a graph file in this folder, its picture in
 * `thumbnails` (`npm run thumbnails -- NAME` paints it), and its words here.
 */
import type { Text } from '../src/language/text.ts';

/** What a preset is about; several may be asked for at once. */
export const presetTags = {
  start: { en: 'To begin with', zh: '入门' },
  inside: { en: 'Inside the encoder', zh: '编码器内部' },
  texture: { en: 'Texture', zh: '纹理' },
  scale: { en: 'Brush and scale', zh: '笔触与尺度' },
  statistics: { en: 'Statistics', zh: '统计量' },
  content: { en: 'Keeping the content', zh: '保留内容' },
  styles: { en: 'Several styles', zh: '多种风格' },
  systems: { en: 'Other systems’ settings', zh: '其他系统的设置' },
} as const satisfies Record<string, Text>;

export type PresetTag = keyof typeof presetTags;

export interface PresetWords {
  /** Of its file, `NAME.gramarye.json`. */
  readonly name: string;
  readonly title: Text;
  /** Two sentences: what it shows, and what to try. */
  readonly summary: Text;
  readonly tags: readonly PresetTag[];
}

export const presetCatalogue: readonly PresetWords[] = [
  {
    name: 'gatys',
    title: { en: 'Content and style: Gatys 2015', zh: '内容与风格：Gatys 2015' },
    summary: {
      en: 'The method that began it all: deep features keep the content, Gram matrices of five layers carry the style. Drag the weight of either loss while it paints.',
      zh: '一切由此开始：深层特征保留内容，五层的 Gram 矩阵承载风格。绘制时可以拖动任一损失的权重。',
    },
    tags: ['start'],
  },
  {
    name: 'starry-night',
    title: { en: 'Starry night over a lake', zh: '湖上的星空' },
    summary: {
      en: 'The classic case: a landscape in the strokes of a swirling night sky, larger and with more of the deep layers. For van Gogh’s own painting, save a picture of it from a museum’s site and drop it on the Style node.',
      zh: '经典案例：用漩涡夜空的笔触来画风景，尺寸更大，深层占比更高。想用梵高的原作，可从博物馆网站保存一张图片，拖到“风格”节点上。',
    },
    tags: ['start', 'scale'],
  },
  {
    name: 'from-noise',
    title: { en: 'From noise, step by step', zh: '从噪声开始，一步一步' },
    summary: {
      en: 'The picture begins as noise and finds content and style by itself. Pause, go step by step, and see on the timeline which of the two comes first.',
      zh: '画面从噪声开始，自己找到内容与风格。可暂停、单步，并在时间线上看两者谁先出现。',
    },
    tags: ['start', 'inside'],
  },
  {
    name: 'what-a-layer-sees',
    title: { en: 'What one layer sees', zh: '一层看到什么' },
    summary: {
      en: 'A picture is rebuilt from noise out of the features of one layer alone. Choose a deeper layer on both taps: places remain, pixels are forgotten.',
      zh: '仅凭一层的特征，从噪声重建图片。在两个抽头上换成更深的层：位置还在，像素被遗忘。',
    },
    tags: ['inside', 'content'],
  },
  {
    name: 'what-a-layer-feels',
    title: { en: 'What one layer feels', zh: '一层感受到什么' },
    summary: {
      en: 'The Gram matrix of one layer, painted from noise: the strokes of a woodblock print without its wave. Choose relu1_1 for colour and grain, relu5_1 for large shapes.',
      zh: '把一层的 Gram 矩阵从噪声画出来：有木版画的笔触，却没有那道浪。选 relu1_1 得到颜色与颗粒，选 relu5_1 得到大形状。',
    },
    tags: ['inside', 'texture'],
  },
  {
    name: 'texture',
    title: { en: 'Texture', zh: '纹理' },
    summary: {
      en: 'Style alone, from noise: as much of the painting as five Gram matrices know, and nothing of where it was. Exchange the style, or begin with another seed.',
      zh: '只有风格，从噪声开始：五个 Gram 矩阵所知道的全部，而不知道东西在哪里。可以换风格，或换一个随机种子。',
    },
    tags: ['texture'],
  },
  {
    name: 'two-styles',
    title: { en: 'Two styles blended', zh: '两种风格混合' },
    summary: {
      en: 'A marble bust between stained glass and a woodblock print: two style losses pull at one picture. Their weights are the mixture.',
      zh: '大理石胸像介于彩窗与木版画之间：两个风格损失牵引同一幅画面。它们的权重就是混合比例。',
    },
    tags: ['styles'],
  },
  {
    name: 'keep-the-colours',
    title: { en: 'Keep the colours', zh: '保留颜色' },
    summary: {
      en: 'Before its statistics are taken, the stained glass is given the colours of the town: only its panes and its lead are transferred. Turn the amount of Match colours down, and the glass brings its own.',
      zh: '在取统计量之前，先让彩窗具有小镇的颜色：只迁移玻璃片与铅条。把“匹配颜色”的程度调低，彩窗就会带来自己的颜色。',
    },
    tags: ['content', 'styles'],
  },
  {
    name: 'painted-sky',
    title: { en: 'Painted sky, photographed town', zh: '绘画的天空，照片的小镇' },
    summary: {
      en: 'A mask finds the sky by its blue; only there is style wanted, and only there is the painting laid over the photograph. Invert the mask, and the town is painted beneath a photographed sky.',
      zh: '蒙版凭蓝色找到天空：只在那里要求风格，也只在那里把画叠到照片上。反转蒙版，就成了照片天空下的绘画小镇。',
    },
    tags: ['content', 'styles'],
  },
  {
    name: 'brushes',
    title: { en: 'Big brush, small brush', zh: '大笔与小笔' },
    summary: {
      en: 'The same painting at two sizes: large, it gives broad strokes, small, fine ones. Drag the weight of either loss, or the size of either Resize.',
      zh: '同一幅画的两个尺寸：大的给出粗笔触，小的给出细笔触。拖动任一损失的权重，或任一“缩放”的尺寸。',
    },
    tags: ['scale', 'styles'],
  },
  {
    name: 'pyramid',
    title: { en: 'From small to large', zh: '由小到大' },
    summary: {
      en: 'A small picture is painted first and the large one goes on from it, a graph that feeds a graph. Large shapes settle early, and fewer large iterations are needed.',
      zh: '先画小图，大图从它继续：一张图喂给另一张图。大形状早早定下，需要的大图迭代更少。',
    },
    tags: ['scale'],
  },
  {
    name: 'multi-scale',
    title: { en: 'Several scales, with covariance', zh: '多尺度与协方差' },
    summary: {
      en: 'From small to large again, with covariances in place of Gram matrices: each channel’s mean is taken out, so brightness no longer drowns the strokes. Exchange them for Gram matrices and compare the runs.',
      zh: '同样由小到大，但用协方差代替 Gram 矩阵：减去每个通道的均值，亮度不再盖过笔触。换回 Gram 矩阵并比较两次运行。',
    },
    tags: ['scale', 'statistics'],
  },
  {
    name: 'adain',
    title: { en: 'AdaIN: in one pass', zh: 'AdaIN：一遍完成' },
    summary: {
      en: 'No optimiser: the content’s features are given the style’s means and deviations, and a trained decoder turns them into a picture at once. Exchange the style and see it the next moment.',
      zh: '没有优化器：让内容的特征具有风格的均值与标准差，再由训练好的解码器立即变成图片。换一种风格，立刻就能看到结果。',
    },
    tags: ['statistics', 'systems'],
  },
  {
    name: 'quick-start',
    title: { en: 'Quick start', zh: '快速起步' },
    summary: {
      en: 'AdaIN’s picture, there at once, is what the optimiser starts from: it needs fewer iterations than from the photograph. Compare the loss with that of the same graph without it.',
      zh: '优化器从 AdaIN 立即得到的图片出发：所需迭代少于从照片出发。可与不用它的同一张图比较损失。',
    },
    tags: ['statistics', 'start'],
  },
  {
    name: 'mean-and-deviation',
    title: { en: 'Two numbers a channel', zh: '每个通道两个数' },
    summary: {
      en: 'The least that still is a style: how strongly each channel fires, and how much that varies. It is what AdaIN exchanges, and binds the picture far less than Gram matrices do.',
      zh: '仍可称为风格的最少信息：每个通道的平均强度及其波动。这正是 AdaIN 所交换的，对画面的约束远小于 Gram 矩阵。',
    },
    tags: ['statistics'],
  },
  {
    name: 'keep-the-lines',
    title: { en: 'Keep the lines', zh: '保住线条' },
    summary: {
      en: 'An old town in ink, whose edges a Laplacian loss holds where they were. Drag its weight to zero to see what the deep features had lost.',
      zh: '用水墨画老城，由拉普拉斯损失把边缘留在原处。把它的权重拖到零，看看深层特征丢了什么。',
    },
    tags: ['content', 'statistics'],
  },
  {
    name: 'trained-or-random',
    title: { en: 'Trained or random', zh: '训练过的与随机的' },
    summary: {
      en: 'The same texture through an encoder that has learned to see, and through one whose weights nobody trained. Both outputs paint side by side: what is training worth?',
      zh: '同一纹理，分别经过学会了看的编码器和权重从未训练过的编码器。两个输出并排绘制：训练值多少？',
    },
    tags: ['inside', 'texture'],
  },
  {
    name: 'neural-style',
    title: { en: 'As in neural-style', zh: 'neural-style 的设置' },
    summary: {
      en: 'The settings of jcjohnson/neural-style: Gram matrices over positions and channels, total variation, L-BFGS from noise. Its weights are restated here for VGG-19 lite; on VGG-19 they are 5 and 100.',
      zh: 'jcjohnson/neural-style 的设置：按位置与通道归一的 Gram 矩阵、全变差、从噪声开始的 L-BFGS。权重已换算到 VGG-19 lite；在 VGG-19 上为 5 与 100。',
    },
    tags: ['systems'],
  },
  {
    name: 'gatys-pytorch',
    title: { en: 'As in Gatys’ own PyTorch code', zh: 'Gatys 本人的 PyTorch 代码的设置' },
    summary: {
      en: 'The settings of leongatys/PyTorchNeuralStyleTransfer: five Gram matrices, no smoothing, L-BFGS from the content, then once more at high resolution. Its weights are restated here for VGG-19 lite; on VGG-19 they are 1 and 1000/n² for n channels.',
      zh: 'leongatys/PyTorchNeuralStyleTransfer 的设置：五个 Gram 矩阵、不加平滑、从内容图开始的 L-BFGS，再在高分辨率下继续。权重已换算到 VGG-19 lite；在 VGG-19 上为 1 与 1000/n²（n 为通道数）。',
    },
    tags: ['systems', 'scale'],
  },
  {
    name: 'style-transfer-pytorch',
    title: { en: 'As in style-transfer-pytorch', zh: 'style-transfer-pytorch 的设置' },
    summary: {
      en: 'The settings of crowsonkb/style-transfer-pytorch: Wasserstein distances, from 128 to 512 pixels by √2, Adam that stays warm, the average of the iterates. The best to be had, and the slowest: on a CPU, lower the sizes.',
      zh: 'crowsonkb/style-transfer-pytorch 的设置：Wasserstein 距离，以 √2 从 128 到 512 像素，保持状态的 Adam，迭代平均。质量最好，也最慢：在 CPU 上请减小尺寸。',
    },
    tags: ['systems', 'scale', 'statistics'],
  },
  {
    name: 'tensorflow-tutorial',
    title: { en: 'As in TensorFlow’s tutorial', zh: 'TensorFlow 教程的设置' },
    summary: {
      en: 'The settings of TensorFlow’s tutorial: Adam with a large ε, absolute total variation, content as deep as an encoder here goes (relu5_1 for its block5_conv2). Its weights are restated here for VGG-19 lite; on VGG-19 they are 10,000 and 0.01.',
      zh: 'TensorFlow 教程的设置：ε 很大的 Adam、绝对值全变差，内容取此处编码器的最深层（以 relu5_1 代替 block5_conv2）。权重已换算到 VGG-19 lite；在 VGG-19 上为 10000 与 0.01。',
    },
    tags: ['systems'],
  },
  {
    name: 'wct',
    title: { en: 'WCT: whitened and coloured', zh: 'WCT：白化与着色' },
    summary: {
      en: 'In one pass, as AdaIN, but it is also matched which channels fire together. A detail of the painting gives the style; cut another one, or change the size of its strokes.',
      zh: '与 AdaIN 一样一遍完成，但还匹配哪些通道一起激活。风格取自画作的一个局部；可以裁取别处，或改变笔触的大小。',
    },
    tags: ['statistics', 'scale'],
  },
  {
    name: 'optimal-transport',
    title: { en: 'Optimal transport, as in STROTSS', zh: '最优传输（STROTSS）' },
    summary: {
      en: 'What is alike in the content stays alike, whatever it looks like, and every place looks like some place of the style. Give the style loss more weight: places hold, colours go.',
      zh: '内容图中相似之处仍然相似，外观则可变；画面每一处都像风格图的某一处。加大风格损失的权重：位置不变，颜色改变。',
    },
    tags: ['content', 'statistics', 'scale'],
  },
  {
    name: 'distributions',
    title: { en: 'Whole distributions', zh: '整个分布' },
    summary: {
      en: 'Ink out of drawn clouds, by three losses that see more than means and products: sliced Wasserstein, histograms, kernels. Mute two of them and see what the third one does alone.',
      zh: '从绘制的云开始得到水墨：三种损失看到的不止均值与乘积，即切片 Wasserstein、直方图与核。静音其中两个，看第三个独自的效果。',
    },
    tags: ['texture', 'statistics'],
  },
  {
    name: 'patches',
    title: { en: 'Patch by patch', zh: '逐块匹配' },
    summary: {
      en: 'No statistics: every patch of features looks for its nearest one in the painting, and every place for one that it is much closer to than to others. Whole pieces of the painting come along.',
      zh: '不用统计量：每一块特征在画作中寻找最近的一块，每一处寻找明显最接近的一处。画作的整块内容随之而来。',
    },
    tags: ['styles', 'texture'],
  },
  {
    name: 'dream',
    title: { en: 'What a channel longs for', zh: '一个通道渴望什么' },
    summary: {
      en: 'The photograph is changed until one channel fires as strongly as it can, while a pixel loss keeps it near itself. Choose another channel or layer, or weigh the pixel loss less.',
      zh: '不断改变照片，直到某个通道激活得最强，同时像素损失让它不离原样太远。可换通道或层，或减小像素损失的权重。',
    },
    tags: ['inside'],
  },
  {
    name: 'brightness-alone',
    title: { en: 'Brightness alone', zh: '只迁移亮度' },
    summary: {
      en: 'Content and style are compared without their colours, and the result gets those of the photograph: dots of paint, and not its palette. Beside “Keep the colours” it is the other way to do that.',
      zh: '比较内容与风格时去掉颜色，结果再取照片的颜色：有点彩的笔触，而没有它的调色板。与“保留颜色”相对，这是另一种做法。',
    },
    tags: ['content'],
  },
  {
    name: 'one-of-two',
    title: { en: 'One style out of two', zh: '由两种风格合成一种' },
    summary: {
      en: 'Not two losses that pull at one picture, but one whose target lies between two paintings. Drag the share of the second one from 0 to 1.',
      zh: '不是两个损失牵引同一幅画面，而是一个损失，其目标介于两幅画之间。把第二种的占比从 0 拖到 1。',
    },
    tags: ['styles', 'statistics'],
  },
];
