import { CircleSlash2 } from 'lucide-react';
import { toggleMute } from '../../canvas/actions/flow.ts';
import type { Command } from '../command.ts';
import { allSelectedAre, whenNodesSelected } from '../selected.ts';

export const mute: Command = {
  id: 'edit.mute',
  label: { en: 'Mute', zh: '静音' },
  summary: { en: 'The node gives nothing.', zh: '节点不再输出。' },
  place: { menu: 'edit', group: 'flow' },
  contextMenus: ['node'],
  icon: CircleSlash2,
  // ⌘M puts away the window on a Mac.
  keys: ['M', 'Mod+M'],
  keywords: { en: 'disable off', zh: '停用 关闭' },
  undo: 'step',
  isOn: context => allSelectedAre(context, 'muted'),
  when: whenNodesSelected,
  run: toggleMute,
};
