import { Minus } from 'lucide-react';
import * as bends from '../../canvas/bends.ts';
import type { Command } from '../command.ts';
import { whenBent, wiresPlace } from './in-common.ts';

export const straighten: Command = {
  id: 'edit.straighten',
  label: { en: 'Remove all bends of this wire', zh: '移除这条连线的所有折点' },
  place: wiresPlace,
  contextMenus: ['wire', 'bend'],
  icon: Minus,
  keywords: { en: 'straighten reroute', zh: '拉直' },
  undo: 'step',
  when: whenBent,
  run: ({ selection }) => bends.straighten(selection.edges),
};
