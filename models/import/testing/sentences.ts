/** What every refusal of a damaged file must be. */
import { expect } from 'vitest';
import { type Message, say } from '../../../src/language/message.ts';

/** One sentence or more in each language that name `file`, with nothing of a program in them. */
export function expectSentences(reason: Message, file: string): string {
  const [en, zh] = [say(reason), say(reason, 'zh')];
  for (const text of [en, zh]) {
    expect(text).toContain(file);
    expect(text).not.toMatch(/undefined|NaN|\[object|Error|\{\w+\}|\p{C}/u);
  }
  expect(en).toMatch(/\.$/);
  expect(zh).toMatch(/。$/);
  return en;
}
