/** The help above the page. Loaded when first asked for. */
import { lazy, Suspense } from 'react';
import { useHelp } from './help-state.ts';

const HelpDialog = lazy(async () => ({ default: (await import('./help-dialog.tsx')).HelpDialog }));

export function HelpLayer() {
  const isOpen = useHelp(({ trail }) => trail.length > 0);
  return <Suspense>{isOpen && <HelpDialog />}</Suspense>;
}
