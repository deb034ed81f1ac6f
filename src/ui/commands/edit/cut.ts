import { Scissors } from 'lucide-react';
import { cutSelection } from '../../canvas/actions/clipboard.ts';
import type { Command } from '../command.ts';
import { whenThingsSelected } from '../selected.ts';
import { clipboardPlace, things } from './in-common.ts';

export const cut: Command = {
  id: 'edit.cut',
  label: { en: 'Cut', zh: '剪切' },
  place: clipboardPlace,
  contextMenus: things,
  icon: Scissors,
  keys: ['Mod+X'],
  heardBy: 'browser',
  undo: 'step',
  when: whenThingsSelected,
  run: cutSelection,
};
