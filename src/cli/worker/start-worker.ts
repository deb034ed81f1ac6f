import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { Port } from '../../runtime/host/port.ts';
import type { WorkerHandle } from '../../runtime/host/worker-handle.ts';

/**
 * Starts a thread that paints, for a `Client` to talk to.
 *
 * @param entry Where the code of the thread is: `worker.js` beside the library.
 *
 * @example
 * const client = new Client({
 *   startWorker: () => startWorker(),
 *   open: { backend: 'wasm', base: process.cwd() },
 * });
 */
export function startWorker(
  entry: URL = new URL('worker.js', import.meta.url),
  options: WorkerOptions = {},
): WorkerHandle {
  const thread = new Worker(entry, options);
  let ended: (why: string) => void = () => {};
  thread.on('error', error => ended(error instanceof Error ? error.message : String(error)));
  thread.on('exit', code => ended(`exit code ${code}`));
  return {
    port: portOf(thread),
    onEnd: listener => {
      ended = listener;
    },
    terminate: () => void thread.terminate(),
  };
}

/** Node's threads emit where those of browsers dispatch. */
function portOf(thread: Worker): Port {
  const heard = new Map<(event: Event) => void, (data: unknown) => void>();
  return {
    postMessage: (message, transfer) => thread.postMessage(message, transfer),
    addEventListener: (type, listener) => {
      const hear = (data: unknown) => listener(new MessageEvent(type, { data }));
      heard.set(listener, hear);
      thread.on(type, hear);
    },
    removeEventListener: (type, listener) => {
      const hear = heard.get(listener);
      if (hear) thread.off(type, hear);
    },
  };
}
