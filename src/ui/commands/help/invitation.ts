import { Sparkles } from 'lucide-react';
import { changeSettings } from '../../state/settings.ts';
import type { Command } from '../command.ts';

export const invitation: Command = {
  id: 'help.invitation',
  label: { en: 'Three things to try', zh: '三件可以一试的事' },
  place: { menu: 'help', group: 'learning' },
  icon: Sparkles,
  keywords: { en: 'welcome first visit tour start', zh: '欢迎 首次 入门' },
  undo: 'none',
  run: () => changeSettings({ welcomed: false, tried: [] }),
};
