/** How the command line speaks: results on stdout, everything else on stderr, in the person's language. */
import { type Message, say } from '../language/message.ts';
import type { Language } from '../language/text.ts';

export interface Voice {
  readonly language: Language;
  /** What was asked for: may be piped on. */
  answer(text: Message | string): void;
  /** What a person should know meanwhile, and what went wrong. */
  remark(text: Message | string): void;
  inWords(text: Message | string): string;
}

export function voiceIn(language: Language): Voice {
  const inWords = (text: Message | string) => plain(typeof text === 'string' ? text : say(text, language));
  return {
    language,
    inWords,
    answer: text => void process.stdout.write(`${inWords(text)}\n`),
    remark: text => void process.stderr.write(`${inWords(text)}\n`),
  };
}

/** Names from files may hold control characters, which a terminal would obey. */
const plain = (text: string): string => text.replace(/(?![\n\t])\p{Cc}/gu, '�');
