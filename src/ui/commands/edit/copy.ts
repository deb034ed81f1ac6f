import { Copy } from 'lucide-react';
import { copySelection } from '../../canvas/actions/clipboard.ts';
import type { Command } from '../command.ts';
import { whenThingsSelected } from '../selected.ts';
import { clipboardPlace, things } from './in-common.ts';

export const copy: Command = {
  id: 'edit.copy',
  label: { en: 'Copy', zh: '复制' },
  place: clipboardPlace,
  contextMenus: things,
  icon: Copy,
  keys: ['Mod+C'],
  heardBy: 'browser',
  undo: 'none',
  when: whenThingsSelected,
  run: copySelection,
};
