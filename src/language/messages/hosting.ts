import type { Text } from '../text.ts';

/** What is said of the page as a thing that is hosted somewhere. Placeholders follow ICU MessageFormat. */
export const hostingMessages = {
  'hosting.newer': { en: 'A newer Gramarye is here.', zh: '有新版 Gramarye 可用。' },
  'hosting.reload': { en: 'Reload', zh: '重新加载' },
} as const satisfies Record<string, Text>;
