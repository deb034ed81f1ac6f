/** Words for what is compared: content, style, and the numbers that stand for them. */
import type { GlossaryEntry } from './entry.ts';

export const comparing: readonly GlossaryEntry[] = [
  {
    id: 'content',
    term: { en: 'Content', zh: '内容' },
    text: {
      en: 'What is where. Two pictures have the same content, in the sense of this method, where the [features](term:feature) of a deep [layer](term:layer) are the same at the same places; their colours and textures may differ.',
      zh: '什么在哪里。在该方法的意义上，若两幅图某个深[层](term:layer)的[特征](term:feature)在相同位置上相同，它们的内容就相同；颜色和纹理可以不同。',
    },
    kinds: ['content-loss'],
  },
  {
    id: 'style',
    term: { en: 'Style', zh: '风格' },
    text: {
      en: 'Which [features](term:feature) come together, wherever that is: this blue with these swirls, this black with these thick lines. It is measured by [statistics](term:statistics) that forget all places, most often by [Gram matrices](term:gram-matrix).',
      zh: '哪些[特征](term:feature)一同出现，而不论在何处：这种蓝配这种漩涡，这种黑配这种粗线。它用忘掉一切位置的[统计量](term:statistics)来衡量，最常用的是 [Gram 矩阵](term:gram-matrix)。',
    },
    kinds: ['style-loss'],
  },
  {
    id: 'texture',
    term: { en: 'Texture', zh: '纹理' },
    text: {
      en: 'A picture that looks the same everywhere and repeats nowhere, like gravel or bark. A [style](term:style) without [content](term:content) gives one: begun from [noise](term:noise), the picture has the strokes of the painting and none of its things.',
      zh: '处处相似、又处处不重复的图像，如砾石或树皮。只有[风格](term:style)没有[内容](term:content)时得到的就是它：从[噪声](term:noise)开始，画面有原画的笔触，却没有其中的事物。',
    },
  },
  {
    id: 'statistics',
    term: { en: 'Statistics', zh: '统计量' },
    text: {
      en: 'A few numbers that sum up many, here the [features](term:feature) of all places of a picture. [Gram matrices](term:gram-matrix), [covariances](term:covariance) and [means with deviations](term:mean-and-deviation) are statistics. Since they forget the places, two pictures of different sizes can be compared.',
      zh: '用少数几个数概括许多数，这里概括的是图像所有位置的[特征](term:feature)。[Gram 矩阵](term:gram-matrix)、[协方差](term:covariance)、[均值与标准差](term:mean-and-deviation)都是统计量。因为忘掉了位置，尺寸不同的两幅图也能比较。',
    },
    kinds: ['gram-matrix', 'mean-and-deviation', 'covariance'],
  },
  {
    id: 'gram-matrix',
    term: { en: 'Gram matrix', zh: 'Gram 矩阵' },
    also: 'correlation 相关',
    text: {
      en: 'A table with a row and a column for every [channel](term:channel). Each entry says how strongly two channels fire at the same places: their [features](term:feature) are multiplied place by place, and the products averaged. Shuffle the places, and it stays the same: that is how it forgets *where*.',
      zh: '一张表，每个[通道](term:channel)占一行一列。每一项说明两个通道在相同位置一起激活的程度：把它们的[特征](term:feature)逐位置相乘再取平均。把位置打乱，它不变：这就是它如何忘掉*在哪里*。',
    },
    formula: String.raw`G_{ij} = \frac{1}{HW} \sum_p F_{p,i}\, F_{p,j}`,
    kinds: ['gram-matrix', 'style-loss'],
  },
  {
    id: 'covariance',
    term: { en: 'Covariance', zh: '协方差' },
    text: {
      en: 'A [Gram matrix](term:gram-matrix) after each [channel](term:channel)’s mean was taken off: it says which channels rise and fall together, whatever their level.',
      zh: '先减去每个[通道](term:channel)的均值再求的 [Gram 矩阵](term:gram-matrix)：它说明哪些通道同升同降，而不论水平高低。',
    },
    formula: String.raw`\Sigma = G - \mu^\top\mu`,
    kinds: ['covariance'],
  },
  {
    id: 'mean-and-deviation',
    term: { en: 'Mean and deviation', zh: '均值与标准差' },
    also: 'standard deviation AdaIN',
    text: {
      en: 'For each [channel](term:channel), how strongly it fires on average and how much that varies from place to place. Two numbers in place of a row of the [Gram matrix](term:gram-matrix): less exact, much cheaper, and what [AdaIN](term:adain) matches.',
      zh: '对每个[通道](term:channel)：平均激活多强，各处变化多大。用两个数代替 [Gram 矩阵](term:gram-matrix)的一行：不那么精确，却便宜得多，也正是 [AdaIN](term:adain) 所匹配的量。',
    },
    kinds: ['mean-and-deviation'],
  },
  {
    id: 'adain',
    term: { en: 'AdaIN', zh: 'AdaIN' },
    also: 'adaptive instance normalisation fast 自适应实例归一化 快速',
    text: {
      en: 'Adaptive instance normalisation: give the content’s [features](term:feature) the [mean and deviation](term:mean-and-deviation) of the style’s, channel by channel. A [decoder](term:decoder) then makes a picture of them: style transfer in a single pass, without a loop.',
      zh: '自适应实例归一化：逐通道让内容的[特征](term:feature)具有风格的[均值与标准差](term:mean-and-deviation)，再由[解码器](term:decoder)变成图像：一次前向就完成风格迁移，无需循环。',
    },
    formula: String.raw`\operatorname{AdaIN}(c, s) = \sigma_s\,\frac{c - \mu_c}{\sigma_c} + \mu_s`,
  },
  {
    id: 'decoder',
    term: { en: 'Decoder', zh: '解码器' },
    also: 'generator feed-forward 生成网络 前馈',
    text: {
      en: 'A network that goes the other way than an [encoder](term:encoder): from [features](term:feature) back to a picture. It has to be [trained](term:training) beforehand, for minutes or hours; then it paints in a moment what an [optimiser](term:optimiser) would need hundreds of [iterations](term:iteration) for.',
      zh: '与[编码器](term:encoder)方向相反的网络：从[特征](term:feature)回到图像。它须事先[训练](term:training)几分钟到几小时；之后，[优化器](term:optimiser)要数百次[迭代](term:iteration)才能画出的东西，它一瞬间就能画出。',
    },
  },
  {
    id: 'target',
    term: { en: 'Target', zh: '目标' },
    text: {
      en: 'What a [loss](term:loss) wants the picture’s numbers to be: the [features](term:feature) of the content, the [Gram matrices](term:gram-matrix) of the style. It does not change while the picture is painted, so it is computed once.',
      zh: '[损失](term:loss)希望画面的数变成的样子：内容的[特征](term:feature)、风格的 [Gram 矩阵](term:gram-matrix)。绘制中它不变，所以只计算一次。',
    },
    kinds: ['content-loss', 'style-loss'],
  },
];
