import { Trash2 } from 'lucide-react';
import { deleteSelection } from '../../canvas/actions/delete.ts';
import type { Command } from '../command.ts';
import { whenAnySelected } from '../selected.ts';
import { clipboardPlace, things } from './in-common.ts';

export const remove: Command = {
  id: 'edit.delete',
  label: { en: 'Delete', zh: '删除' },
  place: clipboardPlace,
  contextMenus: [...things, 'wire'],
  icon: Trash2,
  keys: ['Delete', 'Backspace'],
  keywords: { en: 'remove heal', zh: '移除' },
  undo: 'step',
  when: whenAnySelected,
  run: () => deleteSelection(),
};
