import type { Language } from '../../language/text.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `3 minutes ago`, `yesterday`; the day itself for what is older than a week. */
export function timeAgo(then: number, now: number, language: Language): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en';
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const past = Math.max(0, now - then);
  if (past < minute) return relative.format(0, 'second');
  if (past < hour) return relative.format(-Math.floor(past / minute), 'minute');
  if (past < day) return relative.format(-Math.floor(past / hour), 'hour');
  if (past < 7 * day) return relative.format(-Math.floor(past / day), 'day');
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(then);
}
