import type { Text } from '../text.ts';

/** The lenses on losses: who pulls how hard, where, and which channels fire together. */
export const lossLensMessages = {
  'loss-lens.nothing-here': {
    en: 'This lens looks at a loss that leads to an optimiser. Select one.',
    zh: '这个透镜用来查看通向优化器的损失。请先选中一个。',
  },
  'loss-lens.no-grams': {
    en: 'No loss here compares Gram matrices. Wire a Gram matrix on both sides of a style loss.',
    zh: '这里没有比较 Gram 矩阵的损失。请在风格损失的两侧各接一个 Gram 矩阵。',
  },
  'loss-lens.not-yet': {
    en: 'There is no picture to look at yet. As soon as the painting has begun, it is seen here.',
    zh: '还没有可看的画面。绘制一开始，这里就会显示。',
  },
  'loss-lens.by': { en: 'Taken', zh: '划分' },
  'loss-lens.by-losses': { en: 'By loss', zh: '按损失' },
  'loss-lens.by-terms': { en: 'By layer', zh: '按层' },
  'loss-lens.iteration': {
    en: '{count, plural, =0 {Before the first iteration} one {After # iteration} other {After # iterations}}',
    zh: '{count, plural, =0 {第一次迭代之前} other {第 # 次迭代之后}}',
  },
  'loss-lens.play': { en: 'Paint on', zh: '继续绘制' },
  'loss-lens.pause': { en: 'Pause', zh: '暂停' },
  'loss-lens.balance': { en: 'Who pulls how hard', zh: '谁拉得多用力' },
  'loss-lens.balance-why': {
    en: 'A large loss may pull little, and a small one hard: what moves the picture is not the loss but its gradient.',
    zh: '损失大的未必拉得用力，损失小的也可能拉得很猛：推动画面的不是损失本身，而是它的梯度。',
  },
  'loss-lens.term': { en: 'Loss', zh: '损失' },
  'loss-lens.share-of-loss': { en: 'Share of the loss', zh: '占总损失' },
  'loss-lens.share-of-pull': { en: 'Share of the pull', zh: '占总拉力' },
  'loss-lens.value': { en: 'Value', zh: '数值' },
  'loss-lens.length': { en: 'Length of gradient', zh: '梯度长度' },
  'loss-lens.rebalance': { en: 'Rebalance', zh: '重新平衡' },
  'loss-lens.rebalance-hint': {
    en: 'Sets the weights so that all of them pull equally hard, as the picture is now. One step to undo.',
    zh: '按当前画面设置权重，使各项拉力相等。一步即可撤销。',
  },
  'loss-lens.rebalanced': { en: 'Losses rebalanced', zh: '已重新平衡损失' },
  'loss-lens.undo': { en: 'Undo', zh: '撤销' },
  'loss-lens.even': { en: 'All of them pull about equally hard.', zh: '各项拉力大致相等。' },
  'loss-lens.uneven': {
    en: 'The hardest pulls {ratio} times as hard as the softest.',
    zh: '最强的拉力是最弱的 {ratio} 倍。',
  },
  'loss-lens.silent': {
    en: '{name} pulls at nothing: it is where it wants to be, or weighs nothing.',
    zh: '{name} 没有拉力：它已在目标处，或权重为零。',
  },
  'loss-lens.changed-on': {
    en: 'Since {layers} was switched on, {name} has {after} of the pull instead of {before}.',
    zh: '自启用 {layers} 以来，{name} 的拉力占比从 {before} 变为 {after}。',
  },
  'loss-lens.changed-off': {
    en: 'Since {layers} was switched off, {name} has {after} of the pull instead of {before}.',
    zh: '自停用 {layers} 以来，{name} 的拉力占比从 {before} 变为 {after}。',
  },
  'loss-lens.show': { en: 'Show', zh: '显示' },
  'loss-lens.how-hard': { en: 'How hard', zh: '力度' },
  'loss-lens.which-way': { en: 'Which colour', zh: '颜色' },
  'loss-lens.scale': { en: 'Scale', zh: '色标' },
  'loss-lens.own-scale': { en: 'Each its own', zh: '各自' },
  'loss-lens.one-scale': { en: 'One for all', zh: '共用' },
  'loss-lens.picture': { en: 'The picture', zh: '画面' },
  'loss-lens.map': {
    en: 'Where {name} wants to change the picture: {share} of the pull. Arrow keys walk over the pixels.',
    zh: '{name} 想改变画面的位置：占总拉力 {share}。用方向键在像素间移动。',
  },
  'loss-lens.step-named': {
    en: 'One step of {name} alone; the optimiser begins anew for it',
    zh: '只按 {name} 走一步；优化器为此重新开始',
  },
  'loss-lens.back': { en: 'Go back', zh: '回到之前' },
  'loss-lens.stepped': {
    en: '{count, plural, one {# step} other {# steps}} of {name} alone. The picture from before is kept.',
    zh: '已只按 {name} 走了 {count} 步。之前的画面已保留。',
  },
  'loss-lens.fight': { en: 'Where two fight', zh: '两者在何处相争' },
  'loss-lens.one': { en: 'One', zh: '其一' },
  'loss-lens.other': { en: 'The other', zh: '其二' },
  'loss-lens.fight-map': {
    en: 'Where {one} and {other} want opposite things (orange) or the same (blue)',
    zh: '{one} 与 {other} 要求相反（橙色）或相同（蓝色）的位置',
  },
  'loss-lens.fight-told': {
    en: 'They fight at {share} of the pixels. As a whole, the cosine between them is {cosine}.',
    zh: '它们在 {share} 的像素上相争。整体夹角余弦为 {cosine}。',
  },
  'loss-lens.against': { en: 'against', zh: '相反' },
  'loss-lens.together': { en: 'together', zh: '一致' },
  'loss-lens.spot': { en: 'Pixel {x}, {y}', zh: '像素 {x}, {y}' },
  'loss-lens.no-spot': { en: 'Point at a pixel to see its numbers.', zh: '指向一个像素即可查看数值。' },
  'loss-lens.layer': { en: 'Layer', zh: '层' },
  'loss-lens.order': { en: 'Channels', zh: '通道' },
  'loss-lens.by-activity': { en: 'Busiest first', zh: '最活跃在前' },
  'loss-lens.by-number': { en: 'By number', zh: '按编号' },
  'loss-lens.target': { en: 'Target', zh: '目标' },
  'loss-lens.present': { en: 'Present', zh: '当前' },
  'loss-lens.difference': { en: 'Difference', zh: '差异' },
  'loss-lens.matrix': {
    en: '{name}: {count} × {count} products of channels. Arrow keys choose an entry.',
    zh: '{name}：{count} × {count} 个通道乘积。用方向键选择一项。',
  },
  'loss-lens.entry': {
    en: 'Channels {row} and {column}: {present} in the picture, {target} in the style, {difference} apart',
    zh: '通道 {row} 与 {column}：画面中 {present}，风格中 {target}，相差 {difference}',
  },
  'loss-lens.no-entry': {
    en: 'Point at an entry to see its two channels and where they fire together.',
    zh: '指向一项，即可看到它的两个通道以及它们一起激活的位置。',
  },
  'loss-lens.in-picture': { en: 'In the picture', zh: '在画面中' },
  'loss-lens.in-style': { en: 'In the style', zh: '在风格图中' },
  'loss-lens.channel': { en: 'Channel {number}', zh: '通道 {number}' },
  'loss-lens.both': { en: 'Both together', zh: '一起激活' },
  'loss-lens.mean': { en: 'mean {mean}', zh: '平均 {mean}' },
} as const satisfies Readonly<Record<string, Text>>;
