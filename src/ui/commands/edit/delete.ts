import { Trash2 } from 'lucide-react';
import { deleteSelection } from '../../canvas/actions/delete.ts';
import type { Command } from '../command.ts';
import { whenAnySelected, whenNodesSelected } from '../selected.ts';

export const remove: Command = {
  id: 'edit.delete',
  label: { en: 'Delete', zh: '删除' },
  place: { menu: 'edit', group: 'clipboard' },
  contextMenus: ['node', 'wire', 'frame', 'note'],
  icon: Trash2,
  keys: ['Delete', 'Backspace'],
  keywords: { en: 'remove heal', zh: '移除' },
  undo: 'step',
  when: whenAnySelected,
  run: () => deleteSelection(),
};

export const deleteCommands: readonly Command[] = [
  remove,
  {
    id: 'edit.delete-with-gap',
    label: { en: 'Delete and leave the gap', zh: '删除并保留断口' },
    place: { menu: 'edit', group: 'clipboard' },
    keys: ['Alt+Delete'],
    keywords: { en: 'remove without healing', zh: '移除 不接合' },
    undo: 'step',
    when: whenNodesSelected,
    run: () => deleteSelection({ heals: false }),
  },
];
