/** What the page says, in the language that was chosen: a text of a node kind, a message, or an id of the catalogue. */
import { type Message, type MessageId, message, say } from '../../language/message.ts';
import type { Language, Text } from '../../language/text.ts';
import { useSettings } from '../state/settings.ts';

export type Sayable = Text | Message | MessageId;
type Values = Message['values'];

export interface Words {
  (sayable: Sayable, values?: Values): string;
  readonly language: Language;
}

const speakers = new Map<Language, Words>();

/** Says things in `language`; the same function for the same language, so that it may be a dependency. */
export function wordsIn(language: Language): Words {
  let speaker = speakers.get(language);
  if (!speaker) {
    speaker = Object.assign((sayable: Sayable, values: Values = {}) => sayIn(language, sayable, values), {
      language,
    });
    speakers.set(language, speaker);
  }
  return speaker;
}

function sayIn(language: Language, sayable: Sayable, values: Values): string {
  if (typeof sayable === 'string') {
    const chosen: MessageId = sayable;
    return say({ ...message(chosen as never), values }, language);
  }
  return 'id' in sayable ? say(sayable, language) : sayable[language];
}

/** @example const words = useWords(); words('editor.untitled') */
export const useWords = (): Words => wordsIn(useSettings(state => state.language));
