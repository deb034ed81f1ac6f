/** Sentences that come and go at the page's edge: a refusal with what would help, a note of what was done. */
import { toast } from 'sonner';
import type { Fix } from '../../graph/problem.ts';
import type { Message } from '../../language/message.ts';
import { withRoom } from '../canvas/free-place.ts';
import { wordsIn } from '../language/words.ts';
import { act } from './editor.ts';
import { useSettings } from './settings.ts';

const words = () => wordsIn(useSettings.getState().language);

/** Messages mark names of files and ports as Markdown does; here they stand by themselves. */
const plain = (said: Message): string => words()(said).replaceAll(/`([^`]+)`/g, '$1');

/** Says why something cannot be, with a button for the edit that makes it right. */
export function refuse(reason: Message, fix?: Fix): void {
  toast.warning(plain(reason), {
    duration: 12_000,
    ...(fix && {
      action: {
        label: plain(fix.label),
        onClick: () => {
          const done = act(withRoom(fix.edits), { label: fix.label });
          if (!done.ok) refuse(done.reason);
        },
      },
    }),
  });
}

/** Says what was done, or what is to be known. */
export function note(said: Message, action?: { readonly label: Message; readonly run: () => void }): void {
  toast(
    plain(said),
    action && { duration: 12_000, action: { label: plain(action.label), onClick: action.run } },
  );
}
