import type { Text } from '../text.ts';

/** What the encoders and their importers say. Placeholders follow ICU MessageFormat. */
export const encoderMessages = {
  'encoder.reference': {
    en: '“{reference}” names no encoder. Write lite, model: and the name of one that was added, random: and a seed, such as random:7, or folder: or file: and a path.',
    zh: '“{reference}”不是编码器。请写 lite、model: 加已添加的编码器名称、random: 加种子（例如 random:7），或 folder: 或 file: 加路径。',
  },
  'encoder.not-opened': {
    en: 'The encoder in {encoder} could not be opened. {why}',
    zh: '无法打开 {encoder} 中的编码器。{why}',
  },
  'encoder.lite-missing': {
    en: 'VGG-19 lite, which ships with Gramarye, is not in this copy of it. Take another encoder, such as `random:7`, or install Gramarye anew.',
    zh: '这份 Gramarye 中没有随附的 VGG-19 lite。请使用其他编码器（例如 `random:7`），或重新安装 Gramarye。',
  },
  'encoder.out-of-reach': {
    en: '“{reference}” cannot be opened here: this program gives no access to it.',
    zh: '无法在此打开“{reference}”：此程序不提供访问它的途径。',
  },
  'encoder.tensor-missing': {
    en: '{encoder} has no {tensor}: its deepest layer is {deepest}.',
    zh: '{encoder} 没有 {tensor}：它最深的层是 {deepest}。',
  },
  'encoder.file-missing': {
    en: 'There is no file {file}.',
    zh: '没有文件 {file}。',
  },
  'encoder.file-too-large': {
    en: '{file} is larger than the {most} bytes that it may have.',
    zh: '{file} 超过了它最多可有的 {most} 字节。',
  },
  'encoder.file-unreadable': {
    en: '{file} could not be read.',
    zh: '无法读取 {file}。',
  },
  'encoder.file-not-read': {
    en: '{file} was refused. {why}',
    zh: '{file} 被拒绝。{why}',
  },
  'encoder.not-json': {
    en: '{file} is no JSON: it is damaged, or another kind of file.',
    zh: '{file} 不是 JSON：它已损坏，或是另一种文件。',
  },
  'encoder.json-field': {
    en: '{file} does not say what it should at {where}.',
    zh: '{file} 在 {where} 处的内容不符合要求。',
  },
  'encoder.graph-model': {
    en: '{file} is a graph model, which has lost the names of its layers. Convert the weights to a TensorFlow.js layers model.',
    zh: '{file} 是图模型（graph model），已丢失层名。请把权重转换为 TensorFlow.js 层模型（layers model）。',
  },
  'encoder.path-outside': {
    en: '{file} names the weights file “{path}”, which is no plain path inside its folder.',
    zh: '{file} 指向权重文件“{path}”，它不是文件夹内的普通路径。',
  },
  'encoder.dtype': {
    en: '{file} stores {tensor} as {dtype}. Weights may be float32, float16, or uint8 or uint16 with a scale and a minimum.',
    zh: '{file} 以 {dtype} 存储 {tensor}。权重可以是 float32、float16，或带有比例和最小值的 uint8、uint16。',
  },
  'encoder.group-too-large': {
    en: '{file} claims more than a gigabyte of weights in one group, at {tensor}.',
    zh: '{file} 声称一组权重超过 1 GB（在 {tensor} 处）。',
  },
  'encoder.too-many-weights': {
    en: '{file} has more weights than any VGG, at {tensor}.',
    zh: '{file} 的权重数量超过任何 VGG（在 {tensor} 处）。',
  },
  'encoder.twice': {
    en: '{file} names {tensor} twice.',
    zh: '{file} 两次列出 {tensor}。',
  },
  'encoder.foreign-layer': {
    en: '{file} has weights {tensor}, of a layer that VGG does not have. Encoders must be VGG-shaped, with the layer names of Keras, such as block3_conv1.',
    zh: '{file} 含有权重 {tensor}，VGG 没有这样的层。编码器必须是 VGG 结构，并使用 Keras 的层名，例如 block3_conv1。',
  },
  'encoder.layer-differs': {
    en: '{file}: the layer {layer} is not VGG’s: it has another {field}.',
    zh: '{file}：层 {layer} 与 VGG 的不同：其 {field} 不一样。',
  },
  'encoder.no-layers': {
    en: '{file} has none of VGG’s convolutions: no weights are named like block1_conv1/kernel.',
    zh: '{file} 没有 VGG 的卷积层：没有名如 block1_conv1/kernel 的权重。',
  },
  'encoder.layer-gap': {
    en: '{file} has {layer} but not {missing} before it.',
    zh: '{file} 有 {layer}，但它之前缺少 {missing}。',
  },
  'encoder.kernel-missing': {
    en: '{file}: {layer} has a bias but no kernel.',
    zh: '{file}：{layer} 有偏置但没有卷积核。',
  },
  'encoder.bias-missing': {
    en: '{file}: {layer} has a kernel but no bias.',
    zh: '{file}：{layer} 有卷积核但没有偏置。',
  },
  'encoder.kernel-shape': {
    en: '{file}: the kernel of {layer} is {shape}, but must be 3×3×{inputs} and its number of channels.',
    zh: '{file}：{layer} 的卷积核为 {shape}，而应为 3×3×{inputs} 再乘其通道数。',
  },
  'encoder.bias-shape': {
    en: '{file}: the bias of {layer} is {shape}, but its kernel has {channels} channels.',
    zh: '{file}：{layer} 的偏置为 {shape}，而其卷积核有 {channels} 个通道。',
  },
  'encoder.too-wide': {
    en: '{file}: {layer} has {channels} channels; at most {most} are allowed.',
    zh: '{file}：{layer} 有 {channels} 个通道，最多允许 {most} 个。',
  },
  'encoder.shard-missing': {
    en: 'The weights file {file}, with {tensor}, is missing.',
    zh: '缺少含有 {tensor} 的权重文件 {file}。',
  },
  'encoder.shard-unreadable': {
    en: 'The weights file {file}, with {tensor}, was refused. {why}',
    zh: '含有 {tensor} 的权重文件 {file} 被拒绝。{why}',
  },
  'encoder.shard-truncated': {
    en: 'The weights file {file} ends {missing} bytes too early: {tensor} is not whole.',
    zh: '权重文件 {file} 提前 {missing} 字节结束：{tensor} 不完整。',
  },
  'encoder.not-finite': {
    en: 'The weights {tensor} in {file} hold a value that is no finite number: the file is damaged.',
    zh: '{file} 中的权重 {tensor} 含有非有限数值：文件已损坏。',
  },
} satisfies Record<string, Text>;
