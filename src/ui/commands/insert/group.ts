import { Group } from 'lucide-react';
import { groupSelection } from '../../canvas/actions/group.ts';
import type { Command } from '../command.ts';
import { whenThingsSelected } from '../selected.ts';

export const group: Command = {
  id: 'insert.group',
  label: { en: 'Group with a title', zh: '编组并加标题' },
  place: { menu: 'insert', group: 'notes' },
  contextMenus: ['node'],
  icon: Group,
  keys: ['Mod+G'],
  keywords: { en: 'frame box', zh: '框 分组' },
  undo: 'step',
  when: whenThingsSelected,
  run: groupSelection,
};
