import type { Edit } from '../../graph/edit.ts';
import type { Gesture } from '../../graph/history.ts';
import type { Result } from '../../language/result.ts';
import { act } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';

/** Does edits that may have been refused already; says why where they cannot be. @returns whether they were done. */
export function doEdits(edits: Result<readonly Edit[]>, gesture: Gesture): boolean {
  const done = edits.ok ? act(edits.value, gesture) : edits;
  if (!done.ok) refuse(done.reason);
  return done.ok;
}
