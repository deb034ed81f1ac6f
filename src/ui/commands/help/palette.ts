import { Command as CommandIcon } from 'lucide-react';
import type { Command } from '../command.ts';
import { openDialog } from '../dialogs.ts';

export const palette: Command = {
  id: 'help.palette',
  label: { en: 'All commands…', zh: '所有命令…' },
  place: { menu: 'help', group: 'finding' },
  icon: CommandIcon,
  keys: ['Mod+K'],
  whileTyping: true,
  keywords: { en: 'palette search find', zh: '命令面板 搜索 查找' },
  undo: 'none',
  run: () => openDialog('palette'),
};
