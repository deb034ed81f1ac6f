import { Monitor, Moon, Sun, SunMoon } from 'lucide-react';
import { changeSettings, type Theme } from '../../state/settings.ts';
import type { Command } from '../command.ts';

const themes = [
  { theme: 'system', label: { en: 'As the system', zh: '跟随系统' }, icon: Monitor },
  { theme: 'dark', label: { en: 'Dark', zh: '深色' }, icon: Moon },
  { theme: 'light', label: { en: 'Light', zh: '浅色' }, icon: Sun },
] as const;

export const themeCommands: readonly Command[] = themes.map(({ theme, label, icon }) => ({
  id: `view.theme-${theme}`,
  label,
  place: { menu: 'view', group: 'page', submenu: 'theme' },
  icon,
  keywords: { en: 'colour mode appearance', zh: '颜色 外观' },
  undo: 'none',
  isOn: ({ settings }) => settings.theme === theme,
  run: () => changeSettings({ theme }),
}));

const following: Readonly<Record<Theme, Theme>> = { system: 'dark', dark: 'light', light: 'system' };

export const switchTheme: Command = {
  id: 'view.next-theme',
  label: { en: 'Switch theme', zh: '切换主题' },
  place: { menu: 'view', group: 'page', submenu: 'theme' },
  icon: SunMoon,
  keywords: { en: 'colour mode appearance dark light', zh: '颜色 外观 深色 浅色' },
  undo: 'none',
  run: ({ settings }) => changeSettings({ theme: following[settings.theme] }),
};
