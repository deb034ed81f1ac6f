import { useStore } from '@xyflow/react';

/** For what must stay legible at any zoom. Whoever asks renders with every change of it. */
export const useZoom = (): number => useStore(state => state.transform[2]);
