import { Command as CommandIcon, Info, Keyboard, Sparkles } from 'lucide-react';
import { changeSettings } from '../../state/settings.ts';
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

export const invitation: Command = {
  id: 'help.invitation',
  label: { en: 'Three things to try', zh: '三件可以一试的事' },
  place: { menu: 'help', group: 'learning' },
  icon: Sparkles,
  keywords: { en: 'welcome first visit tour start', zh: '欢迎 首次 入门' },
  undo: 'none',
  run: () => changeSettings({ welcomed: false, tried: [] }),
};

export const about: Command = {
  id: 'help.about',
  label: { en: 'What is Gramarye?', zh: 'Gramarye 是什么？' },
  place: { menu: 'help', group: 'learning' },
  icon: Info,
  keywords: { en: 'about help version licence', zh: '关于 版本 许可' },
  undo: 'none',
  run: () => openDialog('about'),
};
