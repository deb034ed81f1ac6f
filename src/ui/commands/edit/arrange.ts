import { Network } from 'lucide-react';
import { message } from '../../../language/message.ts';
import { arrange as arrangeNodes } from '../../canvas/actions/arrange.ts';
import { type Command, possibleIf } from '../command.ts';

export const arrange: Command = {
  id: 'edit.arrange',
  label: { en: 'Arrange', zh: '自动布局' },
  summary: { en: 'The selected nodes, or the whole graph.', zh: '整理所选节点，或整张图。' },
  place: { menu: 'edit', group: 'arrange' },
  contextMenus: ['canvas'],
  icon: Network,
  keys: ['Shift+L'],
  keywords: { en: 'layout tidy automatic', zh: '布局 整理 自动' },
  undo: 'step',
  when: ({ document }) => possibleIf(Object.keys(document.nodes).length > 1, message('command.no-nodes')),
  run: arrangeNodes,
};
