import { Plus } from 'lucide-react';
import { openNodeSearch } from '../../canvas/node-search/node-search-state.ts';
import type { Command } from '../command.ts';

export const findNode: Command = {
  id: 'insert.find',
  label: { en: 'Find a node to add…', zh: '查找要添加的节点…' },
  place: { menu: 'insert', group: 'finding' },
  contextMenus: ['canvas'],
  icon: Plus,
  keys: ['Shift+A'],
  keywords: { en: 'add node search insert', zh: '添加 节点 搜索 插入' },
  undo: 'none',
  run: ({ pointed }) => openNodeSearch(pointed ? { at: pointed.at } : {}),
};
