import type { Text } from '../text.ts';

/** What is said of encoders that are kept: their names, their files, what became of them. */
export const storeMessages = {
  'store.name': {
    en: '“{name}” can name no encoder. A name has up to 64 of the letters a to z, digits, dots, hyphens and underscores, begins and ends with a letter or digit, and is none that Windows keeps for itself.',
    zh: '“{name}”不能作为编码器的名称。名称最多 64 个字符，由小写字母 a 到 z、数字、点、连字符和下划线组成，以字母或数字开头和结尾，且不能是 Windows 的保留名称。',
  },
  'store.name-taken': {
    en: '“{name}” stands for a built-in encoder. Choose another name.',
    zh: '“{name}”是内置编码器的名称。请另选名称。',
  },
  'store.not-kept': {
    en: 'No encoder is kept under the name `{name}`.{hint} `npx gramarye models add {what}` adds it; `npx gramarye models list` shows what there is.',
    zh: '没有以 `{name}` 为名保存的编码器。{hint}用 `npx gramarye models add {what}` 添加；用 `npx gramarye models list` 查看现有的编码器。',
  },
  'store.damaged': {
    en: 'The kept encoder `{name}` is damaged and is not used: {why} Add it again: `npx gramarye models add {what}`.',
    zh: '保存的编码器 `{name}` 已损坏，不会使用：{why}请重新添加：`npx gramarye models add {what}`。',
  },
  'store.record-unreadable': {
    en: 'what is noted about it cannot be read. {why}',
    zh: '它的记录无法读取。{why}',
  },
  'store.weights-gone': { en: 'its weights are gone.', zh: '它的权重文件不见了。' },
  'store.bytes-differ': {
    en: 'its weights have {found} bytes in place of {bytes}.',
    zh: '它的权重文件为 {found} 字节，而应为 {bytes} 字节。',
  },
  'store.sha-differs': {
    en: 'its weights are not those that were put here: their SHA-256 is {found} in place of {sha256}.',
    zh: '它的权重已不是当初保存的：SHA-256 为 {found}，而应为 {sha256}。',
  },
  'store.hash-differs': {
    en: 'what is noted about it does not belong to its weights.',
    zh: '它的记录与其权重不相符。',
  },
  'store.not-put': {
    en: 'The encoder `{name}` was not kept. {why}',
    zh: '编码器 `{name}` 未能保存。{why}',
  },
  'store.file-missing': { en: 'There is no file {file}.', zh: '没有文件 {file}。' },
  'store.disk-full': {
    en: 'There is no room for {file}: the disk is full. Free some of it and try again.',
    zh: '没有空间存放 {file}：磁盘已满。请腾出空间后重试。',
  },
  'store.quota': {
    en: 'There is no room for {file}: this browser gives the page no more. Remove an encoder, or free some of the disk, and try again.',
    zh: '没有空间存放 {file}：浏览器不再为此页面提供空间。请移除某个编码器或腾出磁盘空间后重试。',
  },
  'store.forbidden': {
    en: '{file} may not be read or written. Change its permissions, or name another folder in GRAMARYE_MODELS.',
    zh: '没有读写 {file} 的权限。请更改其权限，或用 GRAMARYE_MODELS 指定其他文件夹。',
  },
  'store.no-folder': {
    en: '{file} cannot be kept: part of its path is a file, not a folder. Name another folder in GRAMARYE_MODELS.',
    zh: '无法保存 {file}：其路径中有一部分是文件而不是文件夹。请用 GRAMARYE_MODELS 指定其他文件夹。',
  },
  'store.failed': { en: '{file} could not be read or written: {why}.', zh: '无法读写 {file}：{why}。' },
} as const satisfies Record<string, Text>;
