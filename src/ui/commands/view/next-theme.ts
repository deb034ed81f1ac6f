import { SunMoon } from 'lucide-react';
import { changeSettings, type Theme } from '../../state/settings.ts';
import type { Command } from '../command.ts';
import { themePlace } from './in-common.ts';

const following: Readonly<Record<Theme, Theme>> = { system: 'dark', dark: 'light', light: 'system' };

export const nextTheme: Command = {
  id: 'view.next-theme',
  label: { en: 'Switch theme', zh: '切换主题' },
  place: themePlace,
  icon: SunMoon,
  keywords: { en: 'colour mode appearance dark light', zh: '颜色 外观 深色 浅色' },
  undo: 'none',
  run: ({ settings }) => changeSettings({ theme: following[settings.theme] }),
};
