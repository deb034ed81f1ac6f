import { Languages } from 'lucide-react';
import { changeSettings } from '../../state/settings.ts';
import type { Command } from '../command.ts';

/** A language is called by its own name, whichever is spoken at the moment. */
const languages = [
  { language: 'en', name: 'English', keywords: { en: 'language', zh: '语言 英语 英文' } },
  { language: 'zh', name: '中文', keywords: { en: 'language Chinese', zh: '语言 汉语' } },
] as const;

export const languageCommands: readonly Command[] = languages.map(({ language, name, keywords }) => ({
  id: `view.language-${language}`,
  label: { en: name, zh: name },
  place: { menu: 'view', group: 'page', submenu: 'language' },
  keywords,
  undo: 'none',
  isOn: ({ settings }) => settings.language === language,
  run: () => changeSettings({ language }),
}));

export const switchLanguage: Command = {
  id: 'view.next-language',
  label: { en: 'Switch language', zh: '切换语言' },
  place: { menu: 'view', group: 'page', submenu: 'language' },
  icon: Languages,
  keywords: { en: 'Chinese English 中文', zh: '英文 English' },
  undo: 'none',
  run: ({ settings }) => changeSettings({ language: settings.language === 'en' ? 'zh' : 'en' }),
};
