import type { Text } from '../text.ts';

/** The lenses on features: what a layer sees, what one feature is made of, what a layer keeps. */
export const featureLensMessages = {
  'feature-lens.nothing': {
    en: 'No picture enters a layer tap of this encoder yet. Wire one to a tap that leads to an output.',
    zh: '还没有图片进入这个编码器的层抽头。请把一张图片接到通向输出的抽头上。',
  },
  'feature-lens.too-large': {
    en: 'The features of {layer} are too large to be held beside the painting. Look at a deeper layer, or make the picture smaller.',
    zh: '{layer} 的特征太大，无法与正在进行的绘制同时保留。请查看更深的层，或缩小图片。',
  },
  'feature-lens.failed': {
    en: 'The features could not be computed just now.',
    zh: '暂时无法计算特征。',
  },
  'feature-lens.looking': { en: 'Looking…', zh: '正在查看…' },
  'feature-lens.before-relu': { en: 'Before the ReLU', zh: 'ReLU 之前' },
  'feature-lens.sorted-by': { en: 'Sorted by', zh: '排序依据' },
  'feature-lens.shown': { en: 'Show', zh: '显示' },
  'feature-lens.over': { en: 'Over the picture', zh: '叠在图片上' },
  'feature-lens.map': { en: 'As a map', zh: '作为热图' },
  'feature-lens.channels-of': { en: 'Channels of {layer}', zh: '{layer} 的通道' },
  'feature-lens.page': {
    en: '{from}–{to} of {count} channels of {layer}',
    zh: '{layer} 共 {count} 个通道，第 {from}–{to} 个',
  },
  'feature-lens.more-active': { en: 'More active channels', zh: '更活跃的通道' },
  'feature-lens.less-active': { en: 'Less active channels', zh: '较不活跃的通道' },
  'feature-lens.by-activity': {
    en: 'Channels by how active they are in “{picture}”. Arrow keys walk over them.',
    zh: '按在“{picture}”中的活跃程度排列的通道。用方向键逐个查看。',
  },
  'feature-lens.tile': {
    en: 'Channel {channel}, number {rank} by activity, mean {mean}',
    zh: '通道 {channel}，活跃度第 {rank}，平均值 {mean}',
  },
  'feature-lens.channel': { en: 'Channel {channel} of {layer}', zh: '{layer} 的通道 {channel}' },
  'feature-lens.scale': {
    en: 'One scale of colours for all pictures',
    zh: '所有图片共用同一色标',
  },
  'feature-lens.on-picture': {
    en: 'Where the channel responds in “{picture}”: mean {mean}, largest {largest}',
    zh: '该通道在“{picture}”中的响应位置：平均 {mean}，最大 {largest}',
  },
  'feature-lens.best-patch': {
    en: 'The patch of “{picture}” that excites the channel most',
    zh: '“{picture}”中最能激发该通道的一块',
  },
  'feature-lens.mean': { en: 'Mean', zh: '平均' },
  'feature-lens.largest': { en: 'Largest', zh: '最大' },
  'feature-lens.channel-hint': {
    en: 'All pictures are on one scale. The frame is the patch that excites this channel most; it is shown large below.',
    zh: '所有图片共用同一色标。方框标出最能激发该通道的一块，下方将它放大显示。',
  },
  'feature-lens.picture': { en: 'Picture', zh: '图片' },
  'feature-lens.channel-number': { en: 'Channel {channel}', zh: '通道 {channel}' },
  'feature-lens.more-active-one': { en: 'The next more active channel', zh: '更活跃的下一个通道' },
  'feature-lens.less-active-one': { en: 'The next less active channel', zh: '较不活跃的下一个通道' },
  'feature-lens.slide': { en: 'Slide the kernel', zh: '滑动卷积核' },
  'feature-lens.looks-at': { en: 'What the feature looks at', zh: '该特征看到哪里' },
  'feature-lens.position': {
    en: 'Position in the layer. Arrow keys move it.',
    zh: '在层中的位置。用方向键移动。',
  },
  'feature-lens.at': {
    en: '{layer}, row {row}, column {column}',
    zh: '{layer}，第 {row} 行，第 {column} 列',
  },
  'feature-lens.patch': {
    en: 'It looks at {height} × {width} pixels of the picture.',
    zh: '它看到图片中 {height} × {width} 个像素。',
  },
  'feature-lens.field': {
    en: 'Away from the border: {size} × {size}, a step of {stride} from one feature to the next.',
    zh: '远离边界处为 {size} × {size}，相邻特征相距 {stride} 像素。',
  },
  'feature-lens.point-hint': {
    en: 'Point at the picture, or walk with the arrow keys; a click holds the place. The small frame is the feature, the large one what it looks at.',
    zh: '用指针指向图片，或用方向键移动；点击可固定位置。小框是该特征，大框是它看到的范围。',
  },
  'feature-lens.held-hint': {
    en: 'The place is held; the arrow keys move it, another click lets it go.',
    zh: '位置已固定；可用方向键移动，再次点击则松开。',
  },
  'feature-lens.none-still': {
    en: 'This encoder looks only at pictures that are being painted. What a layer keeps is painted from one that stands still.',
    zh: '这个编码器只看正在绘制的图片。“保留了什么”需要一张静止的图片。',
  },
  'feature-lens.sums': { en: 'The sum that the feature is', zh: '该特征的求和' },
  'feature-lens.seen-patch': {
    en: 'The patch of the picture that the feature looks at',
    zh: '该特征看到的图片块',
  },
  'feature-lens.in-the-graph': { en: 'As the graph has it: {value}', zh: '图中的数值：{value}' },
  'feature-lens.from-picture': {
    en: 'What comes in: the picture, as the encoder wants it',
    zh: '输入：按编码器要求处理的图片',
  },
  'feature-lens.from': { en: 'What comes in, from {layer}', zh: '来自 {layer} 的输入' },
  'feature-lens.from-pooled': {
    en: 'What comes in, from {layer}, pooled',
    zh: '来自 {layer} 并经池化的输入',
  },
  'feature-lens.comes-in': { en: 'What comes in', zh: '输入' },
  'feature-lens.weights': { en: 'Weights', zh: '权重' },
  'feature-lens.sum': { en: 'Sum', zh: '和' },
  'feature-lens.others': {
    en: '{count, plural, one {# other channel} other {# other channels}}',
    zh: '其余 {count} 个通道',
  },
  'feature-lens.bias': { en: 'Bias', zh: '偏置' },
  'feature-lens.relu': { en: 'ReLU: max(0, {sum})', zh: '激活（ReLU）：max(0, {sum})' },
  'feature-lens.red': { en: 'Red', zh: '红' },
  'feature-lens.green': { en: 'Green', zh: '绿' },
  'feature-lens.blue': { en: 'Blue', zh: '蓝' },
  'feature-lens.paint-all': { en: 'Paint the whole strip', zh: '画出整条对比' },
  'feature-lens.paint-one': { en: 'Paint what {layer} keeps', zh: '画出 {layer} 保留的内容' },
  'feature-lens.stop': { en: 'Stop', zh: '停止' },
  'feature-lens.content-of': { en: 'Content of', zh: '内容取自' },
  'feature-lens.style-of': { en: 'Style of', zh: '风格取自' },
  'feature-lens.style-from': { en: 'Style from', zh: '风格来自' },
  'feature-lens.alone': { en: 'Each layer alone', zh: '各层单独' },
  'feature-lens.with-before': { en: 'It and those before it', zh: '该层与之前各层' },
  'feature-lens.up-to': { en: 'up to {layer}', zh: '至 {layer}' },
  'feature-lens.content-kept': {
    en: 'The content of “{picture}”, as each layer keeps it',
    zh: '各层所保留的“{picture}”的内容',
  },
  'feature-lens.style-kept': {
    en: 'The style of “{picture}”, as each layer keeps it',
    zh: '各层所保留的“{picture}”的风格',
  },
  'feature-lens.content-by': { en: 'The content that {layer} keeps', zh: '{layer} 所保留的内容' },
  'feature-lens.style-by': { en: 'The style that {layer} keeps', zh: '{layer} 所保留的风格' },
  'feature-lens.keeps-hint': {
    en: 'Each picture is painted from noise until the layer sees the same in it as in the original: the same features for the content, the same Gram matrix for the style. What has changed, the layer does not see. Your painting goes on meanwhile, a little slower.',
    zh: '每张图片都从噪点开始绘制，直到该层在其中看到与原图相同的东西：内容取相同的特征，风格取相同的格拉姆矩阵。改变了的部分，就是该层看不到的。期间你的绘制会继续进行，只是稍慢一些。',
  },
} as const satisfies Readonly<Record<string, Text>>;
