import { lazy, Suspense } from 'react';
import { useRunsDialog } from './runs-dialogs-store.ts';

const SweepDialog = lazy(async () => ({ default: (await import('./sweep-dialog.tsx')).SweepDialog }));
const CompareDialog = lazy(async () => ({ default: (await import('./compare-dialog.tsx')).CompareDialog }));

/** The dialogs of runs and sweeps; to be rendered once, whichever panel is open. */
export function RunsDialogs() {
  const open = useRunsDialog(state => state.open);
  if (open.type === 'none') return null;
  return <Suspense>{open.type === 'sweep' ? <SweepDialog /> : <CompareDialog runs={open.runs} />}</Suspense>;
}
