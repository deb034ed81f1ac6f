/** Words for how an encoder sees a picture. */
import type { GlossaryEntry } from './entry.ts';

export const seeing: readonly GlossaryEntry[] = [
  {
    id: 'encoder',
    term: { en: 'Encoder', zh: '编码器' },
    also: 'network CNN VGG',
    text: {
      en: 'A [convolutional](term:convolution) network that was [trained](term:training) to say what is on a photograph. Style transfer never asks it for that answer. It uses what the network sees on the way there: the [features](term:feature) of its layers.',
      zh: '一个[卷积](term:convolution)网络，曾被[训练](term:training)来说出照片上有什么。风格迁移从不问它这个答案，只用它在途中看到的东西：各层的[特征](term:feature)。',
    },
    kinds: ['encoder'],
  },
  {
    id: 'vgg',
    term: { en: 'VGG-19', zh: 'VGG-19' },
    also: 'lite distillation 蒸馏',
    text: {
      en: 'The [encoder](term:encoder) that most work on style uses: sixteen [convolutions](term:convolution) in five blocks, from 2014. *VGG-19 lite*, which comes with Gramarye, is a network a quarter as wide that was trained to see nearly the same (this is called distillation); it is small enough for a laptop.',
      zh: '风格研究最常用的[编码器](term:encoder)：2014 年提出，五个块共十六个[卷积](term:convolution)。随 Gramarye 提供的 *VGG-19 lite* 宽度只有四分之一，被训练成看到几乎相同的东西（称为蒸馏），小到笔记本电脑也能运行。',
    },
    kinds: ['encoder'],
  },
  {
    id: 'layer',
    term: { en: 'Layer', zh: '层' },
    also: 'deep shallow 深 浅',
    text: {
      en: 'One step of an [encoder](term:encoder): a [convolution](term:convolution) and what follows it. *Shallow* layers come first and see small things, edges and colours; *deep* ones come later, look at the answers of those before them, and see eyes, windows and trees.',
      zh: '[编码器](term:encoder)的一步：一个[卷积](term:convolution)及其后的运算。*浅*层在前，看到边缘、颜色等小东西；*深*层在后，观察前面各层的答案，看到眼睛、窗户和树。',
    },
    kinds: ['layer-taps'],
  },
  {
    id: 'relu4-1',
    term: { en: 'relu4_1', zh: 'relu4_1' },
    also: 'conv1_1 relu1_1 name 名称',
    text: {
      en: 'The name of a [layer](term:layer): the first [convolution](term:convolution) of the fourth block, after its [ReLU](term:relu). `conv4_1` is the same place before the ReLU. The first number counts the blocks, and each block begins at half the size of the one before.',
      zh: '一个[层](term:layer)的名字：第四块的第一个[卷积](term:convolution)，在 [ReLU](term:relu) 之后。`conv4_1` 是同一处、ReLU 之前。第一个数字是块号，每一块的尺寸都是前一块的一半。',
    },
    kinds: ['layer-taps'],
  },
  {
    id: 'convolution',
    term: { en: 'Convolution', zh: '卷积' },
    also: 'kernel filter 卷积核 滤波器',
    text: {
      en: 'A small pattern of numbers (the *kernel*, here 3×3 for each [channel](term:channel)) is laid on every place of an image; at each place, what lies under it is multiplied and added up. The answer is large where the image looks like the pattern. The same pattern everywhere: so a window is a window, wherever it is.',
      zh: '一小块数字图案（*卷积核*，这里每个[通道](term:channel)为 3×3）被放到图像的每个位置，把其下的数相乘再相加。图像与图案相像之处答案就大。处处用同一图案，所以窗户无论在哪里都是窗户。',
    },
    formula: String.raw`y_{p,d} = b_d + \sum_{q,c} W_{q,c,d}\; x_{p+q,\,c}`,
    kinds: ['encoder'],
  },
  {
    id: 'channel',
    term: { en: 'Channel', zh: '通道' },
    text: {
      en: 'One of the questions that a [layer](term:layer) asks of every place: how red is it here, is there an edge that rises to the right, does this look like fur? A photograph has three channels, `relu4_1` of VGG-19 has 512.',
      zh: '[层](term:layer)对每个位置提出的一个问题：这里有多红？有没有向右上的边缘？像不像毛皮？照片有三个通道，VGG-19 的 `relu4_1` 有 512 个。',
    },
  },
  {
    id: 'feature',
    term: { en: 'Feature', zh: '特征' },
    also: 'feature map activation 激活 特征图',
    text: {
      en: 'What a [channel](term:channel) answers at one place. All answers of one channel are a *feature map*, a small grey picture that is bright where the thing is seen. A layer’s features are as many such maps as it has channels.',
      zh: '一个[通道](term:channel)在一个位置的回答。一个通道的全部回答是一张*特征图*：一幅小灰度图，看到该事物之处发亮。一层的特征就是与通道数同样多的特征图。',
    },
    kinds: ['layer-taps'],
  },
  {
    id: 'relu',
    term: { en: 'ReLU', zh: 'ReLU' },
    also: 'rectified linear unit 线性整流',
    text: {
      en: 'Keeps what is positive and makes zero of the rest: a [channel](term:channel) says how much of its thing is there, never how much of it is missing. Without such a bend, many [convolutions](term:convolution) in a row would be no more than one.',
      zh: '保留正数，其余变为零：[通道](term:channel)只说有多少，从不说缺多少。若没有这样的弯折，再多[卷积](term:convolution)连在一起也只等于一个。',
    },
    formula: String.raw`\operatorname{relu}(x) = \max(0, x)`,
  },
  {
    id: 'pooling',
    term: { en: 'Pooling', zh: '池化' },
    text: {
      en: 'Makes one place of 2×2, by taking the largest answer or their average. The map is then half as wide and half as high, and everything after it sees twice as far. The average gives style transfer a smoother [gradient](term:gradient).',
      zh: '把 2×2 个位置合成一个，取最大值或平均值。特征图的宽高减半，其后的一切看得远一倍。平均池化让风格迁移的[梯度](term:gradient)更平滑。',
    },
    kinds: ['encoder'],
  },
  {
    id: 'padding',
    term: { en: 'Padding', zh: '填充' },
    also: 'border 边界',
    text: {
      en: 'What a [convolution](term:convolution) sees beyond the border of the picture: zeros (black), the last pixel again, or a mirror image. Zeros can leave a dark or patterned frame in a painting.',
      zh: '[卷积](term:convolution)在图片边界之外看到什么：零（黑色）、重复最后一个像素，或镜像。零填充可能在画面边缘留下暗框或花纹。',
    },
    kinds: ['encoder'],
  },
  {
    id: 'receptive-field',
    term: { en: 'Receptive field', zh: '感受野' },
    text: {
      en: 'The patch of the picture that one [feature](term:feature) depends on. At `relu1_1` it is 3×3 pixels; with each [convolution](term:convolution) it grows, and with each [pooling](term:pooling) twice as fast from there on: at `relu4_1` it is about 70 pixels wide. That is why deep layers bring large strokes.',
      zh: '一个[特征](term:feature)所依赖的那块图像。在 `relu1_1` 是 3×3 像素；每个[卷积](term:convolution)都让它变大，每次[池化](term:pooling)之后增长再快一倍：到 `relu4_1` 约宽 70 像素。所以深层带来大笔触。',
    },
    kinds: ['layer-taps'],
  },
  {
    id: 'tap',
    term: { en: 'Tap', zh: '抽头' },
    text: {
      en: 'A place where [features](term:feature) are drawn off on their way through the [encoder](term:encoder), as from a pipe. All taps on one image share one pass, which stops at the deepest of them.',
      zh: '[特征](term:feature)在穿过[编码器](term:encoder)途中被引出的地方，就像管道上的龙头。同一图像的所有抽头共用一次前向计算，并在其中最深处停止。',
    },
    kinds: ['layer-taps'],
  },
  {
    id: 'training',
    term: { en: 'Training', zh: '训练' },
    also: 'trained random untrained 随机 未训练',
    text: {
      en: 'How an [encoder](term:encoder) came by its [convolutions](term:convolution): it was shown a million labelled photographs, and after each one its numbers were changed a little so that its answer got better. An untrained encoder has random numbers; it, too, sees edges and colours after a fashion, but no things. While a picture is painted the encoder does not change.',
      zh: '[编码器](term:encoder)如何得到它的[卷积](term:convolution)核：给它看上百万张带标签的照片，每看一张就稍稍修改它的数，使答案更好。未训练的编码器里是随机数；它也多少能看到边缘与颜色，却看不到事物。绘制画面时编码器不变。',
    },
    kinds: ['encoder'],
  },
];
