/** A page whose worker measures on the GPU, as the editor's paints; a new one for each order, with its own device. */
import type { Order, Told } from './order.ts';

const measure = (order: Order): Promise<Told> =>
  new Promise<Told>(resolve => {
    const worker = new Worker(new URL('./page-worker.ts', import.meta.url), { type: 'module' });
    const end = (told: Told) => {
      worker.terminate();
      resolve(told);
    };
    worker.onmessage = ({ data }: MessageEvent<Told>) => end(data);
    worker.onerror = event => end({ error: event.message || 'The worker did not start.' });
    worker.postMessage(order);
  });

Object.assign(globalThis, { measure });
