/// <reference lib="dom" />
import type { Port } from './port.ts';

/** A worker as the page's side sees it, in a browser or in Node. */
export interface WorkerHandle {
  readonly port: Port;
  /** Calls `ended` when the worker has stopped by itself, or an exception was caught by nobody in it. */
  onEnd(ended: (why: string) => void): void;
  terminate(): void;
}

/** A worker of a browser. */
export function pageWorker(worker: Worker): WorkerHandle {
  return {
    port: worker,
    onEnd: ended => {
      worker.addEventListener('error', ({ message }) => ended(message || 'its script could not be loaded'));
      worker.addEventListener('messageerror', () => ended('a message could not be read'));
    },
    terminate: () => worker.terminate(),
  };
}
