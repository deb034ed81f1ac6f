import { AlignHorizontalDistributeCenter, AlignVerticalDistributeCenter } from 'lucide-react';
import { distributeSelection } from '../../canvas/actions/align.ts';
import type { Command } from '../command.ts';
import { whenSeveralSelected } from '../selected.ts';
import { alignKeywords, alignPlace } from './in-common.ts';

const directions = [
  {
    direction: 'horizontally',
    label: { en: 'Equal gaps from left to right', zh: '水平等距分布' },
    icon: AlignHorizontalDistributeCenter,
  },
  {
    direction: 'vertically',
    label: { en: 'Equal gaps from top to bottom', zh: '垂直等距分布' },
    icon: AlignVerticalDistributeCenter,
  },
] as const;

/** One for each direction. */
export const distributeCommands: readonly Command[] = directions.map(({ direction, label, icon }) => ({
  id: `edit.distribute-${direction}`,
  label,
  place: alignPlace,
  icon,
  keywords: alignKeywords,
  undo: 'step',
  when: whenSeveralSelected(3),
  run: () => distributeSelection(direction),
}));
