/** What tests ask of a result: the value that must be there, or the sentence that must be said. */
import { say } from '../../src/language/message.ts';
import type { Result } from '../../src/language/result.ts';
import type { Language } from '../../src/language/text.ts';

export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(say(result.reason));
  return result.value;
}

export const refusal = (result: Result<unknown>, language: Language = 'en'): string =>
  result.ok ? '' : say(result.reason, language);
