import { Info } from 'lucide-react';
import type { Command } from '../command.ts';
import { openDialog } from '../dialogs.ts';

export const about: Command = {
  id: 'help.about',
  label: { en: 'What is Gramarye?', zh: 'Gramarye 是什么？' },
  place: { menu: 'help', group: 'learning' },
  icon: Info,
  keywords: { en: 'about help version licence', zh: '关于 版本 许可' },
  undo: 'none',
  run: () => openDialog('about'),
};
