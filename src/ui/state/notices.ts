/** Sentences that come and go at the page's edge: a refusal with what would help, a note of what was done. */
import { toast } from 'sonner';
import type { Fix } from '../../graph/problem.ts';
import type { Message } from '../../language/message.ts';
import { wordsIn } from '../language/words.ts';
import { act } from './editor.ts';
import { useSettings } from './settings.ts';

const words = () => wordsIn(useSettings.getState().language);

/** Says why something cannot be, with a button for the edit that makes it right. */
export function refuse(reason: Message, fix?: Fix): void {
  toast.warning(words()(reason), {
    duration: 12_000,
    ...(fix && {
      action: {
        label: words()(fix.label),
        onClick: () => {
          const done = act(fix.edits, { label: fix.label });
          if (!done.ok) refuse(done.reason);
        },
      },
    }),
  });
}

/** Says what was done, or what is to be known. */
export function note(said: Message, action?: { readonly label: Message; readonly run: () => void }): void {
  toast(words()(said), action && { action: { label: words()(action.label), onClick: action.run } });
}
