import type { Fix } from '../../graph/problem.ts';
import { withRoom } from '../canvas/free-place.ts';
import { act } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';

/** Does what was offered, as one step. */
export function mend({ edits, label }: Fix): void {
  const done = act(withRoom(edits), { label });
  if (!done.ok) refuse(done.reason);
}
