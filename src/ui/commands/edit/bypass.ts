import { Redo } from 'lucide-react';
import { toggleBypass } from '../../canvas/actions/flow.ts';
import type { Command } from '../command.ts';
import { allSelectedAre, whenNodesSelected } from '../selected.ts';

export const bypass: Command = {
  id: 'edit.bypass',
  label: { en: 'Bypass', zh: '旁路' },
  summary: { en: 'The node hands on what it takes.', zh: '节点直接传出输入。' },
  place: { menu: 'edit', group: 'flow' },
  contextMenus: ['node'],
  icon: Redo,
  keys: ['Mod+B'],
  keywords: { en: 'skip through', zh: '跳过' },
  undo: 'step',
  isOn: context => allSelectedAre(context, 'bypassed'),
  when: whenNodesSelected,
  run: toggleBypass,
};
