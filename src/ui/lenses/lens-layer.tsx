/** The lens above the page. Loaded when first asked for. */
import { lazy, Suspense } from 'react';
import { useLens } from './lens-state.ts';

const LensDialog = lazy(async () => ({ default: (await import('./lens-dialog.tsx')).LensDialog }));

export function LensLayer() {
  const open = useLens(state => state.open);
  return <Suspense>{open && <LensDialog {...open} />}</Suspense>;
}
