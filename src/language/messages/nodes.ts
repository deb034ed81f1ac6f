import type { Text } from '../text.ts';

/** What the node kinds say of wires that do not suit them. */
export const nodeMessages = {
  'taps.none': {
    en: 'No layer is chosen. Choose at least one, such as relu3_1.',
    zh: '没有选择任何层。请至少选择一层，例如 relu3_1。',
  },
  'taps.absent': {
    en: '{encoder} has no layer {layers}: its deepest is {deepest}.',
    zh: '{encoder} 没有 {layers} 层：它最深的一层是 {deepest}。',
  },
  'taps.keep': { en: 'Keep only {layers}', zh: '只保留 {layers}' },
  'taps.too-small': {
    en: 'At {width}×{height} pixels nothing is left at {layer}: each pooling halves the picture. Use a larger picture or a shallower layer.',
    zh: '图片只有 {width}×{height} 像素，到 {layer} 时已什么都不剩：每次池化都会减半。请用更大的图片或更浅的层。',
  },
  'stack.missing': {
    en: 'The target has {layers}, but the features of the picture lack {count, plural, one {it} other {them}}.',
    zh: '目标包含 {layers}，但画面的特征中没有。',
  },
  'stack.tap-too': { en: 'Tap {layers} as well', zh: '同时抽取 {layers}' },
  'stack.other-encoder': {
    en: 'The two sides come from different encoders (or from different pooling or padding), so their layers mean different things. Wire both Layer taps to the same Encoder.',
    zh: '两侧来自不同的编码器（或池化、填充不同），它们的层含义不同。请把两个“层抽头”接到同一个编码器。',
  },
  'stack.other-statistic': {
    en: 'One side is {one}, the other {other}: compare like with like.',
    zh: '一侧是 {one}，另一侧是 {other}：请比较同类统计量。',
  },
  'stack.other-size': {
    en: 'At {layer} the picture has {picture} positions and the target {target}. Content is compared position by position, so both images need the same size: put a Resize with *like* before one of them.',
    zh: '在 {layer} 层，画面有 {picture} 个位置，而目标有 {target} 个。内容按位置逐一比较，两张图片必须同样大小：请在其中一张之前放一个带“参照”的“缩放”节点。',
  },
  'image.other-size': {
    en: 'One image has {one} pixels, the other {other}. They are taken pixel by pixel: put a Resize with *like* before one of them.',
    zh: '一张图片是 {one} 像素，另一张是 {other}。它们按像素一一对应：请在其中一张之前放一个带“参照”的“缩放”节点。',
  },
  'laplacian.too-small': {
    en: 'At {width}×{height} pixels nothing is left to compare: pooled {pooling} times over, the picture needs at least {least} pixels each way.',
    zh: '图片只有 {width}×{height} 像素，没有可比较的内容：按 {pooling} 倍池化后，每边至少需要 {least} 像素。',
  },
  'variation.too-small': {
    en: 'Total variation compares neighbouring pixels, so the picture needs at least 2×2 of them.',
    zh: '全变差比较相邻像素，因此画面至少需要 2×2 像素。',
  },
  'patch.too-small': {
    en: 'At {layer} there are {width}×{height} positions, too few for a patch of 3×3: take a larger image, a shallower layer, or single positions.',
    zh: '在 {layer} 层只有 {width}×{height} 个位置，不足以构成 3×3 的图块：请用更大的图片、更浅的层，或单个位置。',
  },
  'activation.no-channel': {
    en: '{layer} has {channels, plural, one {one channel} other {# channels}}; counted from 0, the last is {last}.',
    zh: '{layer} 有 {channels} 个通道；从 0 开始计数，最后一个是 {last}。',
  },
  'activation.last-channel': { en: 'Take channel {last}', zh: '取通道 {last}' },
  'sum.empty': {
    en: 'Nothing is summed. Wire at least one loss to it.',
    zh: '没有可求和的内容。请至少接入一个损失。',
  },
} satisfies Record<string, Text>;
