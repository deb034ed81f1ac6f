import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  type LucideIcon,
  Network,
} from 'lucide-react';
import type { Alignment } from '../../../graph/gestures/align.ts';
import { message } from '../../../language/message.ts';
import type { Text } from '../../../language/text.ts';
import { alignSelection, distributeSelection } from '../../canvas/actions/align.ts';
import { arrange } from '../../canvas/actions/arrange.ts';
import { type Command, possibleIf } from '../command.ts';
import { whenSeveralSelected } from '../selected.ts';

const place = { menu: 'edit', group: 'arrange', submenu: 'align' } as const;
const keywords: Text = { en: 'align distribute tidy', zh: '对齐 分布 整理' };

const alignments: readonly (readonly [Alignment, Text, LucideIcon])[] = [
  ['left', { en: 'Left sides', zh: '左对齐' }, AlignStartVertical],
  ['centre', { en: 'Centres, one above the other', zh: '水平居中' }, AlignCenterVertical],
  ['right', { en: 'Right sides', zh: '右对齐' }, AlignEndVertical],
  ['top', { en: 'Tops', zh: '顶端对齐' }, AlignStartHorizontal],
  ['middle', { en: 'Middles, side by side', zh: '垂直居中' }, AlignCenterHorizontal],
  ['bottom', { en: 'Bottoms', zh: '底端对齐' }, AlignEndHorizontal],
];

export const arrangeCommands: readonly Command[] = [
  {
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
    run: arrange,
  },
  ...alignments.map(
    ([alignment, label, icon]): Command => ({
      id: `edit.align-${alignment}`,
      label,
      place,
      icon,
      keywords,
      undo: 'step',
      when: whenSeveralSelected(2),
      run: () => alignSelection(alignment),
    }),
  ),
  {
    id: 'edit.distribute-horizontally',
    label: { en: 'Equal gaps from left to right', zh: '水平等距分布' },
    place,
    icon: AlignHorizontalDistributeCenter,
    keywords,
    undo: 'step',
    when: whenSeveralSelected(3),
    run: () => distributeSelection('horizontally'),
  },
  {
    id: 'edit.distribute-vertically',
    label: { en: 'Equal gaps from top to bottom', zh: '垂直等距分布' },
    place,
    icon: AlignVerticalDistributeCenter,
    keywords,
    undo: 'step',
    when: whenSeveralSelected(3),
    run: () => distributeSelection('vertically'),
  },
];
