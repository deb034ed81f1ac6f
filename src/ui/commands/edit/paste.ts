import { ClipboardPaste } from 'lucide-react';
import * as clipboard from '../../canvas/actions/clipboard.ts';
import type { Command } from '../command.ts';
import { clipboardPlace } from './in-common.ts';

export const paste: Command = {
  id: 'edit.paste',
  label: { en: 'Paste', zh: '粘贴' },
  place: clipboardPlace,
  contextMenus: ['canvas'],
  icon: ClipboardPaste,
  keys: ['Mod+V'],
  heardBy: 'browser',
  undo: 'step',
  run: () => clipboard.paste(),
};
