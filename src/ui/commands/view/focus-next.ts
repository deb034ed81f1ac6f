import type { Command } from '../command.ts';
import { focusKeywords, focusPlace } from './in-common.ts';
import { focusRegionBeside } from './regions.ts';

export const focusNext: Command = {
  id: 'view.focus-next',
  label: { en: 'Next part of the page', zh: '页面的下一部分' },
  place: focusPlace,
  keys: ['F6'],
  whileTyping: true,
  keywords: focusKeywords,
  undo: 'none',
  run: () => focusRegionBeside(1),
};
