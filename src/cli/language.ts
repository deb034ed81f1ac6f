import type { Language } from '../language/text.ts';

const languages: readonly string[] = ['en', 'zh'] satisfies Language[];

export const isLanguage = (text: string | undefined): text is Language => languages.includes(text ?? '');

/**
 * Known before the arguments are parsed, so that what is wrong with them can be said in it: `--language`
 * wherever it stands, else the environment's.
 */
export function languageOf(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const at = args.findIndex(arg => arg === '--language' || arg.startsWith('--language='));
  const asked = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  if (isLanguage(asked)) return asked;
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh' : 'en';
}
