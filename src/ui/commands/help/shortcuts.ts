import { Keyboard } from 'lucide-react';
import type { Command } from '../command.ts';
import { openDialog } from '../dialogs.ts';

export const shortcuts: Command = {
  id: 'help.shortcuts',
  label: { en: 'Keyboard shortcuts', zh: '键盘快捷键' },
  place: { menu: 'help', group: 'finding' },
  icon: Keyboard,
  keys: ['?'],
  keywords: { en: 'keys hotkeys', zh: '按键 热键' },
  undo: 'none',
  run: () => openDialog('shortcuts'),
};
