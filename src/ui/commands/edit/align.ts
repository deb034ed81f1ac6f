import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignStartHorizontal,
  AlignStartVertical,
  type LucideIcon,
} from 'lucide-react';
import type { Alignment } from '../../../graph/gestures/align.ts';
import type { Text } from '../../../language/text.ts';
import { alignSelection } from '../../canvas/actions/align.ts';
import type { Command } from '../command.ts';
import { whenSeveralSelected } from '../selected.ts';
import { alignKeywords, alignPlace } from './in-common.ts';

const alignments: readonly (readonly [Alignment, Text, LucideIcon])[] = [
  ['left', { en: 'Left sides', zh: '左对齐' }, AlignStartVertical],
  ['centre', { en: 'Centres, one above the other', zh: '水平居中' }, AlignCenterVertical],
  ['right', { en: 'Right sides', zh: '右对齐' }, AlignEndVertical],
  ['top', { en: 'Tops', zh: '顶端对齐' }, AlignStartHorizontal],
  ['middle', { en: 'Middles, side by side', zh: '垂直居中' }, AlignCenterHorizontal],
  ['bottom', { en: 'Bottoms', zh: '底端对齐' }, AlignEndHorizontal],
];

/** One for each line that things can stand on. */
export const alignCommands: readonly Command[] = alignments.map(([alignment, label, icon]) => ({
  id: `edit.align-${alignment}`,
  label,
  place: alignPlace,
  icon,
  keywords: alignKeywords,
  undo: 'step',
  when: whenSeveralSelected(2),
  run: () => alignSelection(alignment),
}));
