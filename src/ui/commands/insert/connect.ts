import { Cable } from 'lucide-react';
import { startConnecting } from '../../canvas/actions/connect.ts';
import type { Command } from '../command.ts';
import { whenNodesSelected } from '../selected.ts';

export const connect: Command = {
  id: 'insert.connect',
  label: { en: 'Connect…', zh: '连线…' },
  summary: {
    en: 'From a port of the selected node to any that fits, or to a new node.',
    zh: '从所选节点的端口连到适配的端口，或连到新节点。',
  },
  place: { menu: 'insert', group: 'finding' },
  contextMenus: ['node'],
  icon: Cable,
  keys: ['C'],
  keywords: { en: 'wire join link edge', zh: '连接 线 边' },
  undo: 'step',
  when: whenNodesSelected,
  run: startConnecting,
};
