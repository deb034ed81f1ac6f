/** Brings back the graph of a run, as one step of history. */
import { editsBetween } from '../../graph/edits-between.ts';
import { message } from '../../language/message.ts';
import { act, openDocument, undo } from '../state/editor.ts';
import { note, refuse } from '../state/notices.ts';
import { useRuns } from './runs-store.ts';

export function restoreRun(id: string): void {
  const entry = useRuns.getState().log.entries.find(other => other.id === id);
  if (!entry) return;
  const edits = editsBetween(openDocument(), entry.document);
  const done = act(edits, { label: message('runs.restored') });
  if (!done.ok) refuse(done.reason);
  else if (edits.length > 0) note(message('runs.was-restored'), { label: message('runs.undo'), run: undo });
}
