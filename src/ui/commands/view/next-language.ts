import { Languages } from 'lucide-react';
import { changeSettings } from '../../state/settings.ts';
import type { Command } from '../command.ts';
import { languagePlace } from './in-common.ts';

export const nextLanguage: Command = {
  id: 'view.next-language',
  label: { en: 'Switch language', zh: '切换语言' },
  place: languagePlace,
  icon: Languages,
  keywords: { en: 'Chinese English 中文', zh: '英文 English' },
  undo: 'none',
  run: ({ settings }) => changeSettings({ language: settings.language === 'en' ? 'zh' : 'en' }),
};
