import type { Text } from '../text.ts';

/** What is said of graphs in pictures, links and collections. Placeholders follow ICU MessageFormat. */
export const shareMessages = {
  'share.damaged': {
    en: 'What is in it of a graph is damaged and cannot be read. Get the original anew.',
    zh: '其中的图已损坏，无法读取。请重新获取原件。',
  },
  'share.too-large': {
    en: 'What is in it of a graph takes more than {limit, number} bytes, which no graph needs; it is not opened.',
    zh: '其中的图超过 {limit, number} 字节，任何图都不需要这么大；未打开。',
  },
  'share.newer': {
    en: 'It was made by a newer Gramarye. Update Gramarye to open it.',
    zh: '它由更新版本的 Gramarye 制作。请更新 Gramarye 后再打开。',
  },
  'share.field-refused': {
    en: 'What is said of how it was made is damaged at `{field}`; it is not opened.',
    zh: '关于制作方式的记录在 `{field}` 处损坏；未打开。',
  },

  // Pictures
  'share.not-png': {
    en: 'It is not a PNG. Only PNGs carry the graph that they were made with.',
    zh: '它不是 PNG。只有 PNG 会携带制作它的图。',
  },
  'share.png-damaged': {
    en: 'The PNG is damaged or was cut short. Get the original anew.',
    zh: 'PNG 已损坏或不完整。请重新获取原件。',
  },
  'share.no-recipe': {
    en: 'The picture carries no graph: it was saved without one, or another program has left it out. Ask for the original file; messengers and image editors often drop what they do not know.',
    zh: '图片不含图：保存时没有写入，或被其他程序去除。请索取原始文件；聊天软件和图像编辑器常会丢弃它们不认识的内容。',
  },
  'share.painted-with': {
    en: 'From `{file}`: painted by Gramarye {version} on {backend}{iterations}.',
    zh: '取自 `{file}`：由 Gramarye {version} 在 {backend} 上绘制{iterations}。',
  },
  'share.after-iterations': {
    en: ', {count, plural, one {# iteration} other {# iterations}} of `{optimiser}`',
    zh: '，`{optimiser}` 迭代 {count} 次',
  },
  'share.not-repeatable': {
    en: 'The graph was edited while it painted, so this picture cannot be repeated exactly from the graph alone.',
    zh: '该图在绘制过程中被编辑过，因此仅凭图无法精确重现这张图片。',
  },
  'share.stopped-early': {
    en: '`{optimiser}` was stopped after iteration {done} of {asked}: to repeat this picture, paint with --iterations {done}.',
    zh: '`{optimiser}` 在第 {done} 次迭代后停止（共 {asked} 次）：要重现这张图片，请使用 --iterations {done}。',
  },
  'share.other-encoder': {
    en: 'The encoder `{reference}` is not the one that this picture was painted with; the outcome will differ.',
    zh: '编码器 `{reference}` 与绘制这张图片时所用的不同；结果会有差异。',
  },
  'share.other-image': {
    en: 'The picture `{reference}` is not the one that this was painted with; the outcome will differ.',
    zh: '图片 `{reference}` 与绘制时所用的不同；结果会有差异。',
  },
  'share.deep-only-png': {
    en: '`{file}` cannot have 16 bits a channel: only PNG can. Name it *.png.',
    zh: '`{file}` 无法使用每通道 16 位：只有 PNG 可以。请命名为 *.png。',
  },

  // Links
  'share.no-graph': {
    en: 'There is no graph in this link.',
    zh: '此链接中没有图。',
  },
  'share.link-cut': {
    en: 'The link is not complete: it was cut or altered on its way. Ask for it again, as a file or a picture if it is long.',
    zh: '链接不完整：在传送途中被截断或改动。请重新索取；若链接很长，可改用文件或图片。',
  },
  'share.link-long': {
    en: 'The link has {length, number} characters. Many messengers and mail programs cut links of more than {limit, number}; send the file or the picture instead, or try it on yourself first.',
    zh: '链接有 {length, number} 个字符。许多聊天和邮件软件会截断超过 {limit, number} 个字符的链接；请改发文件或图片，或先发给自己试试。',
  },
  'share.link-too-long': {
    en: 'The link has {length, number} characters, and some browsers open none of more than {limit, number}. Leave images out of it, or send the file or the picture instead.',
    zh: '链接有 {length, number} 个字符，而部分浏览器无法打开超过 {limit, number} 个字符的链接。请去掉其中的图片，或改发文件或图片。',
  },

  // Collections of presets
  'share.not-collection': {
    en: 'This is not a collection of presets: those begin with "format": "gramarye-presets".',
    zh: '这不是预设集：预设集以 "format": "gramarye-presets" 开头。',
  },
  'share.preset-left-out': {
    en: 'Preset {number} (“{title}”) was left out: {reason}',
    zh: '第 {number} 个预设（“{title}”）未载入：{reason}',
  },
  'share.preset-damaged': {
    en: 'its field `{field}` is missing or not as it should be.',
    zh: '其字段 `{field}` 缺失或不正确。',
  },
  'share.thumbnail-left-out': {
    en: 'The thumbnail of preset {number} (“{title}”) was left out: it is no small JPEG.',
    zh: '第 {number} 个预设（“{title}”）的缩略图未载入：它不是小尺寸的 JPEG。',
  },
  'share.too-many-presets': {
    en: 'The collection has {size, number} presets; up to {limit, number} can be opened.',
    zh: '预设集中有 {size, number} 个预设；最多可打开 {limit, number} 个。',
  },
  'share.no-selection': {
    en: 'Nothing is selected that could become a preset.',
    zh: '没有选中可作为预设的内容。',
  },

  // Export
  'help.export': {
    en: 'Write a graph as something else: a Mermaid diagram, or a TypeScript program that needs only TensorFlow.js.',
    zh: '将图导出为其他形式：Mermaid 图，或仅依赖 TensorFlow.js 的 TypeScript 程序。',
  },
  'help.export-as': { en: 'what to write', zh: '导出的形式' },
  'help.export-output': {
    en: 'the file to write; without it a diagram is printed',
    zh: '要写入的文件；不指定时直接输出图表',
  },
  'help.no-recipe': {
    en: 'do not write into the picture how it was made',
    zh: '不在图片中写入制作方式',
  },
  'help.bits': { en: 'bits a channel of a PNG', zh: 'PNG 每通道的位数' },
  'export.needs-output': {
    en: 'A program is written to a file: name it with -o NAME.ts.',
    zh: '程序需要写入文件：请用 -o 名称.ts 指定。',
  },
  'export.unknown-rule': {
    en: 'The method `{method}` cannot be exported as a program yet. Choose another one for the optimiser.',
    zh: '方法 `{method}` 尚不能导出为程序。请为优化器选择其他方法。',
  },
  'export.done': { en: 'It is in {files}.', zh: '已保存到 {files}。' },
} as const satisfies Record<string, Text>;
