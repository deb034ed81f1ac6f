import type { Text } from '../text.ts';

/** What a session says of a graph that is open. Placeholders follow ICU MessageFormat. */
export const sessionMessages = {
  'why.first': {
    en: 'It was computed for the first time.',
    zh: '这是首次计算。',
  },
  'why.parameter': {
    en: 'Its parameter “{param}” has changed.',
    zh: '它的参数“{param}”已更改。',
  },
  'why.input': {
    en: 'What arrives at “{port}” has changed.',
    zh: '到达“{port}”的内容已更改。',
  },
  'why.upstream': {
    en: 'Something that it needs cannot be computed.',
    zh: '它所需要的某些内容无法计算。',
  },
  'why.unneeded': {
    en: 'No output needs it, so it is not computed.',
    zh: '没有输出需要它，因此不计算。',
  },
} as const satisfies Readonly<Record<string, Text>>;
