import type { Text } from '../text.ts';

/** What is said of feed-forward networks: how they are read, and what does not suit them. */
export const networkMessages = {
  'network.none': {
    en: 'No network is chosen. Choose a folder with a model.json (a TensorFlow.js model that makes a picture of a picture) or with a manifest.json (fast style transfer).',
    zh: '没有选择网络。请选择含 model.json（由图片生成图片的 TensorFlow.js 模型）或 manifest.json（快速风格迁移）的文件夹。',
  },
  'network.out-of-reach': {
    en: 'The network “{reference}” cannot be opened here. Write adain for the decoder that ships, or folder: or file: and a path.',
    zh: '无法在此打开网络“{reference}”。请写 adain（随附的解码器），或 folder:、file: 加路径。',
  },
  'network.no-model': {
    en: '{folder} has neither a model.json nor a manifest.json, so there is no network to be read in it.',
    zh: '{folder} 中既没有 model.json 也没有 manifest.json，因此没有可读取的网络。',
  },
  'network.graph-inputs': {
    en: '{file} takes {count, plural, =0 {nothing} other {# things}}, where a network that makes a picture of a picture takes one.',
    zh: '{file} 有 {count} 个输入，而由图片生成图片的网络只有一个。',
  },
  'network.no-topology': {
    en: '{file} does not say which layers it has, or not in a way that is known here.',
    zh: '{file} 没有说明它有哪些层，或其写法在此未知。',
  },
  'network.unknown-layer': {
    en: '{file} has a layer {layer} of the kind {kind}, which cannot be run here as it is set. Convolutions, norms, ReLU, tanh, additions, enlargements, borders and crops can.',
    zh: '{file} 中的层 {layer}（{kind}）按其设置无法在此运行。可以运行的有：卷积、归一化、ReLU、tanh、相加、放大、填充与裁剪。',
  },
  'network.layer-wiring': {
    en: 'What the layer {layer} of {file} takes cannot be told: a network must go from one picture to one picture, each layer used once.',
    zh: '无法得知 {file} 中层 {layer} 的输入：网络必须由一张图片到一张图片，每层只用一次。',
  },
  'network.no-steps': { en: '{file} has no layers.', zh: '{file} 没有任何层。' },
  'network.too-many-steps': {
    en: '{file} has more than {most} steps.',
    zh: '{file} 的步骤超过 {most} 个。',
  },
  'network.step-order': {
    en: 'The step {step} of {file} takes what does not stand before it.',
    zh: '{file} 的步骤 {step} 取用了排在它之后的内容。',
  },
  'network.no-tensor': { en: '{file} lacks the weights {tensor}.', zh: '{file} 缺少权重 {tensor}。' },
  'network.tensor-shape': {
    en: 'The weights {tensor} of {file} are {shape} in size, where the network needs {expected}.',
    zh: '{file} 的权重 {tensor} 大小为 {shape}，而网络需要 {expected}。',
  },
  'network.tensor-missing': { en: '{network} has no weights {tensor}.', zh: '{network} 没有权重 {tensor}。' },
  'network.too-large': {
    en: '{file} is larger than any network that could run here.',
    zh: '{file} 大于此处可运行的任何网络。',
  },
  'network.file-short': {
    en: '{file} should have {bytes} bytes, and has not.',
    zh: '{file} 应有 {bytes} 字节，但实际不符。',
  },
  'network.no-zip': {
    en: '{file} is no ZIP archive that can be read.',
    zh: '{file} 不是可读取的 ZIP 压缩包。',
  },
  'transfer.missing': {
    en: 'The content is tapped at {layers}, the style is not: each layer’s statistics come from the same layer of the style.',
    zh: '内容在 {layers} 处抽取，而风格没有：每层的统计量来自风格的同一层。',
  },
  'network.takes-features': {
    en: '{network} makes a picture of features. Give it to a Decoder.',
    zh: '{network} 由特征生成图片。请把它交给“解码器”。',
  },
  'network.takes-image': {
    en: '{network} makes a picture of a picture. Give it to a Generator.',
    zh: '{network} 由图片生成图片。请把它交给“生成网络”。',
  },
  'network.no-tap': {
    en: '{network} reads {tap}, which is not among the layers {layers}.',
    zh: '{network} 读取 {tap}，而它不在 {layers} 各层之中。',
  },
  'network.tap': { en: 'Tap {tap} too', zh: '同时抽取 {tap}' },
  'network.other-encoder': {
    en: '{network} was trained to read another encoder: it understands VGG-19 lite alone. Choose `lite` at the Encoder.',
    zh: '{network} 是为另一个编码器训练的：它只能读懂 VGG-19 lite。请在“编码器”处选择 `lite`。',
  },
  'network.does-not-fit': {
    en: 'At {width}×{height} the picture does not go through {network}: it is too small, or its size does not halve evenly where the network adds two of its steps.',
    zh: '图片为 {width}×{height} 时无法通过 {network}：尺寸太小，或在网络相加两步之处不能整除。',
  },
  'network.no-picture': {
    en: '{network} ends with {channels} channels, which is no picture of three.',
    zh: '{network} 的结果有 {channels} 个通道，而图片应有三个。',
  },
} satisfies Record<string, Text>;
