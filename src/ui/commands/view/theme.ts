import { Monitor, Moon, Sun } from 'lucide-react';
import { changeSettings } from '../../state/settings.ts';
import type { Command } from '../command.ts';
import { themePlace } from './in-common.ts';

const themes = [
  { theme: 'system', label: { en: 'As the system', zh: '跟随系统' }, icon: Monitor },
  { theme: 'dark', label: { en: 'Dark', zh: '深色' }, icon: Moon },
  { theme: 'light', label: { en: 'Light', zh: '浅色' }, icon: Sun },
] as const;

/** One for each theme. */
export const themeCommands: readonly Command[] = themes.map(({ theme, label, icon }) => ({
  id: `view.theme-${theme}`,
  label,
  place: themePlace,
  icon,
  keywords: { en: 'colour mode appearance', zh: '颜色 外观' },
  undo: 'none',
  isOn: ({ settings }) => settings.theme === theme,
  run: () => changeSettings({ theme }),
}));
