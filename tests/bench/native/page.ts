/** Our side in a browser: the page, which has a worker measure as the editor has one paint. */
import type { IterationReport, orderFrom } from '../setting.ts';

type Order = ReturnType<typeof orderFrom>;
export type Told = { readonly report: IterationReport } | { readonly error: string };

const measure = (order: Order): Promise<Told> =>
  new Promise(resolve => {
    const worker = new Worker(new URL('./page-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Told>) => resolve(data);
    worker.onerror = event => resolve({ error: event.message || 'The worker did not start.' });
    worker.postMessage(order);
  });

Object.assign(globalThis, { measure });
