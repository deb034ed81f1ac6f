import { BoxSelect } from 'lucide-react';
import { select } from '../../state/editor.ts';
import type { Command } from '../command.ts';
import { whenAnySelected } from '../selected.ts';

export const selectNone: Command = {
  id: 'edit.select-none',
  label: { en: 'Select nothing', zh: '取消选择' },
  place: { menu: 'edit', group: 'selection' },
  icon: BoxSelect,
  keys: ['Mod+Shift+A'],
  keywords: { en: 'deselect', zh: '清除选择' },
  undo: 'none',
  when: whenAnySelected,
  run: () => select({}),
};
