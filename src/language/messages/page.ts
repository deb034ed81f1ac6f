import type { Text } from '../text.ts';

/** What a page says of the pictures that it is given. Placeholders follow ICU MessageFormat. */
export const pageMessages = {
  'page.image-format': {
    en: '`{file}` is {format}, which this browser does not read. Save it as JPEG, PNG or WebP.',
    zh: '`{file}` 是 {format} 格式，此浏览器无法读取。请另存为 JPEG、PNG 或 WebP。',
  },
  'page.not-a-picture': {
    en: '`{file}` is not a picture. Give a JPEG, PNG or WebP file.',
    zh: '`{file}` 不是图片。请提供 JPEG、PNG 或 WebP 文件。',
  },
  'page.file-not-here': {
    en: '`{file}` is not here: a page has only the files that it was given. Choose it again.',
    zh: '`{file}` 不在此处：网页只能使用交给它的文件。请重新选择该文件。',
  },
  'page.not-loaded': {
    en: '`{file}`, a part of Gramarye, could not be loaded ({why}). Check the connection and try again.',
    zh: '无法加载 Gramarye 自带的 `{file}`（{why}）。请检查网络连接后重试。',
  },
  'page.copies-not-kept': {
    en: 'This browser does not keep the pictures on their way ({why}): after a reload they are painted from the beginning.',
    zh: '此浏览器无法保存绘制中的图片（{why}）：重新加载页面后将从头开始绘制。',
  },
} as const satisfies Readonly<Record<string, Text>>;
