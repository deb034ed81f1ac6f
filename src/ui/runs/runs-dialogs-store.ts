/** Which dialog of the runs is open. Commands open them; `runs-dialogs.tsx` shows them. */
import { create } from 'zustand';
import { useRuns } from './runs-store.ts';

export type RunsDialog =
  | { readonly type: 'none' }
  | { readonly type: 'sweep' }
  | { readonly type: 'compare'; readonly runs: readonly [string, string] };

export const useRunsDialog = create<{ readonly open: RunsDialog }>()(() => ({ open: { type: 'none' } }));

export const closeRunsDialog = (): void => useRunsDialog.setState({ open: { type: 'none' } });

/** Asks what to vary, and paints it. */
export const showSweepDialog = (): void => useRunsDialog.setState({ open: { type: 'sweep' } });

/** The runs that would be compared: the two that are chosen, or the newest two; older first. */
export function runsToCompare(): readonly [string, string] | undefined {
  const { chosen, log } = useRuns.getState();
  const painted = log.entries.filter(({ painted }) => painted.length > 0).map(({ id }) => id);
  const [a, b] = chosen.length === 2 ? painted.filter(id => chosen.includes(id)) : painted.slice(-2);
  return a !== undefined && b !== undefined ? [a, b] : undefined;
}

/** Lays two runs side by side: those that are chosen, or the newest two. False where there are no two. */
export function showCompareDialog(): boolean {
  const runs = runsToCompare();
  if (runs) useRunsDialog.setState({ open: { type: 'compare', runs } });
  return runs !== undefined;
}
