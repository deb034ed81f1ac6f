/** The runs of the open document, and which of them are to be compared. Kept in the browser as they change. */
import { create } from 'zustand';
import { bounded, follow, type LogEvent, nothingTried, type RunEntry, type RunLog } from './run-log.ts';
import { forgetRun, keepRun, keptRuns } from './runs-storage.ts';

export interface RunsState {
  readonly documentId: string;
  readonly log: RunLog;
  /** The runs that were chosen to be compared, in that order; two at most. */
  readonly chosen: readonly string[];
}

/** The most runs that are kept of a document. */
export const mostRuns = 200;

export const useRuns = create<RunsState>()(() => ({ documentId: '', log: nothingTried, chosen: [] }));

/** What happened while the runs of a document were being read. */
let waiting: LogEvent[] | undefined;

/** Opens the runs of another document. */
export async function openRuns(documentId: string): Promise<void> {
  useRuns.setState({ documentId, log: nothingTried, chosen: [] });
  const pending: LogEvent[] = [];
  waiting = pending;
  const entries = await keptRuns(documentId);
  // Another was opened meanwhile.
  if (waiting !== pending) return;
  waiting = undefined;
  useRuns.setState({ log: { entries } });
  for (const event of pending) hear(event);
}

/** Takes what happened into the log, and keeps what has changed. */
export function hear(event: LogEvent): void {
  if (waiting) {
    waiting.push(event);
    return;
  }
  const { log: before, documentId, chosen } = useRuns.getState();
  const log = bounded(follow(before, event), mostRuns);
  if (log === before) return;
  const there = new Map(log.entries.map(entry => [entry.id, entry]));
  useRuns.setState({
    log,
    chosen: chosen.every(id => there.has(id)) ? chosen : chosen.filter(id => there.has(id)),
  });
  const known = new Map(before.entries.map(entry => [entry.id, entry]));
  for (const entry of log.entries) {
    if (entry.painted.length > 0 && known.get(entry.id) !== entry) keepRun(documentId, entry);
  }
  for (const id of known.keys()) if (!there.has(id)) forgetRun(id);
}

/** The entry that is being painted. */
export function openEntry(): RunEntry | undefined {
  const { entries, open } = useRuns.getState().log;
  return open && entries.at(-1);
}

export const pin = (id: string, pinned: boolean): void => hear({ type: 'pinned', id, pinned });

export const deleteRun = (id: string): void => hear({ type: 'deleted', id });

/** Chooses a run for comparison, or no longer; of three the two chosen last are compared. */
export function choose(id: string): void {
  useRuns.setState(({ chosen }) => ({
    chosen: chosen.includes(id) ? chosen.filter(other => other !== id) : [...chosen, id].slice(-2),
  }));
}
