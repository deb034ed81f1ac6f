/** What the small pictures of a kind of node show, from left to right; `npm run illustrations` paints them. */
import type { Text } from '../../../language/text.ts';

export const captions: Readonly<Record<string, Text>> = {
  image: { en: 'Three of the samples that ship.', zh: '随附示例图片中的三张。' },
  pattern: {
    en: 'Clouds in ink, waves in sea, checks in fire.',
    zh: '墨色的云、海色的波纹、火色的方格。',
  },
  resize: {
    en: 'The longer side at 192 pixels, and at 24 (enlarged for the page).',
    zh: '长边 192 像素，以及 24 像素（为显示而放大）。',
  },
  'style-scale': {
    en: 'A texture of the style as it is, and of the style at half its size: the strokes halve.',
    zh: '原尺寸风格的纹理，以及缩小一半后的纹理：笔触也缩小一半。',
  },
  crop: { en: 'The whole picture, and a part of it.', zh: '整张图片，以及其中一部分。' },
  turn: {
    en: 'As it is, mirrored sideways, turned by half.',
    zh: '原图、左右镜像、旋转半圈。',
  },
  tile: { en: 'Once, and two by two.', zh: '一张，以及两行两列。' },
  adjust: {
    en: 'As it is, with more saturation and contrast, with another hue.',
    zh: '原图、提高饱和度与对比度、改变色相。',
  },
  'add-noise': { en: 'Without, and with an amount of 0.3.', zh: '无噪声，以及强度 0.3。' },
  blend: {
    en: 'What lies under, what lies over, and both overlaid.',
    zh: '下层、上层，以及两者叠加的结果。',
  },
  luminance: { en: 'In colour, and its luminance.', zh: '彩色，以及它的亮度。' },
  'match-colours': {
    en: 'The painting, the photograph, and the painting in the photograph’s colours.',
    zh: '绘画、照片，以及换上照片颜色的绘画。',
  },
  'take-colours': {
    en: 'The painting, the photograph, and the painting’s light with the photograph’s chroma.',
    zh: '绘画、照片，以及绘画的明暗配照片的色度。',
  },
  mask: {
    en: 'A photograph, and a painting laid over it where the photograph is bright.',
    zh: '照片，以及只在照片明亮处覆盖上绘画的结果。',
  },
  encoder: {
    en: 'A texture by Gram matrices of the trained encoder, and of one with random weights.',
    zh: '由训练过的编码器的 Gram 矩阵得到的纹理，以及由随机权重得到的纹理。',
  },
  'layer-taps': {
    en: 'The photograph, rebuilt of what relu2_1, relu3_1 and relu4_1 keep of it.',
    zh: '仅凭 relu2_1、relu3_1、relu4_1 所保留的内容重建的照片。',
  },
  'mask-features': {
    en: 'The style, and a texture of its bright places alone.',
    zh: '风格图，以及仅由其明亮处得到的纹理。',
  },
  'gram-matrix': {
    en: 'The style, and noise that was given its Gram matrices: strokes and colours stay, places are forgotten.',
    zh: '风格图，以及被赋予其 Gram 矩阵的噪声：笔触与颜色保留，位置被遗忘。',
  },
  'mean-and-deviation': {
    en: 'The style, and noise that was given its means and deviations.',
    zh: '风格图，以及被赋予其均值与标准差的噪声。',
  },
  covariance: {
    en: 'The style, and noise that was given its covariances.',
    zh: '风格图，以及被赋予其协方差的噪声。',
  },
  'mix-statistics': {
    en: 'Textures of one style, of half of each, and of the other.',
    zh: '一种风格的纹理、各占一半的纹理、另一种风格的纹理。',
  },
  'content-loss': {
    en: 'The photograph, and noise that was given its features at relu3_2.',
    zh: '照片，以及被赋予其 relu3_2 特征的噪声。',
  },
  'style-loss': {
    en: 'The photograph, and the same after 120 iterations of content and style loss.',
    zh: '照片，以及内容损失与风格损失作用 120 次迭代之后。',
  },
  'wasserstein-loss': {
    en: 'The photograph, and the same painted with the Wasserstein loss in place of Gram matrices.',
    zh: '照片，以及用 Wasserstein 损失代替 Gram 矩阵绘制的结果。',
  },
  'sliced-wasserstein-loss': {
    en: 'The photograph, and the same painted with the sliced Wasserstein loss.',
    zh: '照片，以及用切片 Wasserstein 损失绘制的结果。',
  },
  'histogram-loss': {
    en: 'The photograph, and the same painted by histograms alone.',
    zh: '照片，以及仅凭直方图绘制的结果。',
  },
  'kernel-loss': {
    en: 'The photograph, and the same painted by the Gaussian kernel at relu3_1 and relu4_1.',
    zh: '照片，以及在 relu3_1、relu4_1 上用高斯核绘制的结果。',
  },
  'patch-loss': {
    en: 'The photograph, and the same with each patch drawn to its nearest patch of the style.',
    zh: '照片，以及让每个图块靠近风格中最相似图块的结果。',
  },
  'contextual-loss': {
    en: 'The photograph, and the same painted with the contextual loss.',
    zh: '照片，以及用上下文损失绘制的结果。',
  },
  'relaxed-transport-loss': {
    en: 'The photograph, and the same painted by relaxed optimal transport.',
    zh: '照片，以及用松弛最优传输绘制的结果。',
  },
  'self-similarity-loss': {
    en: 'The photograph, and a painting that keeps how alike its places are, in place of a content loss.',
    zh: '照片，以及不用内容损失、只保留各处相似关系的绘画。',
  },
  'laplacian-loss': {
    en: 'A painting by style alone, and one that keeps the lines of the photograph.',
    zh: '只有风格的绘画，以及保住照片线条的绘画。',
  },
  'pixel-loss': {
    en: 'A painting by style alone, and one that holds on to the photograph’s pixels.',
    zh: '只有风格的绘画，以及贴近照片像素的绘画。',
  },
  'activation-loss': {
    en: 'Noise, changed until it excites one channel of relu4_1 each.',
    zh: '改变噪声，分别使 relu4_1 的一个通道兴奋。',
  },
  'total-variation': {
    en: 'A photograph rebuilt from noise without it, and with it.',
    zh: '由噪声重建的照片：不用总变差，以及使用总变差。',
  },
  picture: {
    en: 'After 40 iterations, begun from the photograph, and from noise.',
    zh: '40 次迭代之后：从照片开始，以及从噪声开始。',
  },
  'weighted-sum': {
    en: 'The content loss weighs 40, 4 and 0.4; the style loss 20.',
    zh: '内容损失权重为 40、4、0.4；风格损失为 20。',
  },
  'multi-scale': {
    en: 'Painted at one size, and from 64 pixels up in steps.',
    zh: '在单一尺寸上绘制，以及从 64 像素起逐级放大绘制。',
  },
  optimiser: { en: 'After 5, 20 and 100 iterations.', zh: '5、20、100 次迭代之后。' },
  output: { en: 'What an Output shows when the painting is done.', zh: '绘制完成后“输出”所显示的画面。' },
  'match-statistics': {
    en: 'Half of the style’s statistics and all of them, decoded.',
    zh: '采用一半与全部风格统计量，解码后的画面。',
  },
  'whitening-and-colouring': {
    en: 'Half of the style’s covariance and all of it, decoded.',
    zh: '采用一半与全部风格协方差，解码后的画面。',
  },
  decoder: {
    en: 'Decoded: the photograph’s features as they are, and with the style’s statistics.',
    zh: '解码结果：照片原有特征，以及换上风格统计量的特征。',
  },
};
