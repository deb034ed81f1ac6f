import { SquareSplitHorizontal } from 'lucide-react';
import { showTab } from '../../layout/shown-tab.ts';
import { toggleCompare } from '../../viewer/compare.ts';
import { useViewer } from '../../viewer/viewer-state.ts';
import type { Command } from '../command.ts';
import { picturesPlace } from './in-common.ts';

export const comparePictures: Command = {
  id: 'view.compare',
  label: { en: 'Compare the picture', zh: '比较画面' },
  summary: { en: 'With what it started from, or a pinned one.', zh: '与起始画面或固定的画面比较。' },
  place: picturesPlace,
  icon: SquareSplitHorizontal,
  keys: ['Shift+C'],
  keywords: { en: 'before after swipe flicker side by side', zh: '前后 对比' },
  undo: 'none',
  isOn: () => useViewer.getState().other !== undefined,
  run: () => {
    // In a narrow window the picture is a tab among others.
    showTab('picture');
    toggleCompare();
  },
};
