import type { Pasted } from '../../../graph/gestures/paste.ts';
import { message } from '../../../language/message.ts';
import { note } from '../../state/notices.ts';

/** Says which wires to what is around a copy were made, and why others were not. */
export function sayLinks({ links: { made, missed } }: Pasted): void {
  const [reason] = missed;
  if (reason) note(message('paste.linked-some', { made, missed: missed.length, reason }));
  else if (made > 0) note(message('paste.linked', { made }));
}
