import type { Command } from '../command.ts';
import { focusKeywords, focusPlace } from './in-common.ts';
import { focusRegionBeside } from './regions.ts';

export const focusBefore: Command = {
  id: 'view.focus-before',
  label: { en: 'Part of the page before', zh: '页面的上一部分' },
  place: focusPlace,
  keys: ['Shift+F6'],
  whileTyping: true,
  keywords: focusKeywords,
  undo: 'none',
  run: () => focusRegionBeside(-1),
};
