/** What sharing shows above the page. Loaded when first asked for. */
import { lazy, Suspense } from 'react';
import { useShareDialog } from './share-dialog-state.ts';
import { useStartMessage } from './start-message.ts';

const Share = lazy(async () => ({ default: (await import('./share-dialog.tsx')).ShareDialog }));
const StartMessage = lazy(async () => ({
  default: (await import('./start-message-dialog.tsx')).StartMessageDialog,
}));

export function ShareLayer() {
  const isShared = useShareDialog(({ tab }) => tab !== undefined);
  const isRead = useStartMessage(state => state.isRead);
  return (
    <Suspense>
      {isShared && <Share />}
      {isRead && <StartMessage />}
    </Suspense>
  );
}
