/// <reference lib="dom" />
import { pageWorker, type WorkerHandle } from '../../runtime/host/worker-handle.ts';

/**
 * Starts the worker that paints, for a `Client` to talk to.
 *
 * @example
 * const client = new Client({
 *   startWorker: startPageWorker,
 *   open: { backend: 'auto', base: location.href },
 * });
 */
export const startPageWorker = (): WorkerHandle =>
  pageWorker(new Worker(new URL('./entry.ts', import.meta.url), { type: 'module', name: 'painter' }));
