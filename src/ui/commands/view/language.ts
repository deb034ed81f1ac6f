import { changeSettings } from '../../state/settings.ts';
import type { Command } from '../command.ts';
import { languagePlace } from './in-common.ts';

/** A language is called by its own name, whichever is spoken at the moment. */
const languages = [
  { language: 'en', name: 'English', keywords: { en: 'language', zh: '语言 英语 英文' } },
  { language: 'zh', name: '中文', keywords: { en: 'language Chinese', zh: '语言 汉语' } },
] as const;

/** One for each language. */
export const languageCommands: readonly Command[] = languages.map(({ language, name, keywords }) => ({
  id: `view.language-${language}`,
  label: { en: name, zh: name },
  place: languagePlace,
  keywords,
  undo: 'none',
  isOn: ({ settings }) => settings.language === language,
  run: () => changeSettings({ language }),
}));
