import { CopyPlus } from 'lucide-react';
import { duplicateSelection } from '../../canvas/actions/duplicate.ts';
import type { Command } from '../command.ts';
import { whenThingsSelected } from '../selected.ts';
import { clipboardPlace, things } from './in-common.ts';

export const duplicate: Command = {
  id: 'edit.duplicate',
  label: { en: 'Duplicate', zh: '再制' },
  place: clipboardPlace,
  contextMenus: things,
  icon: CopyPlus,
  keys: ['Mod+D'],
  keywords: { en: 'copy clone twice', zh: '复制 克隆' },
  undo: 'step',
  when: whenThingsSelected,
  run: () => duplicateSelection(),
};
