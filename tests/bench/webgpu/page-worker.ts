/// <reference lib="dom" />
import { message, say } from '../../../src/language/message.ts';
import { openBackend } from '../../../src/runtime/execute/backend.ts';
import { describeAdapter, isSoftware } from '../../../src/runtime/execute/backends/adapter.ts';
import { keptTiles } from '../../../src/ui/worker/kept-tiles.ts';
import { measureOurs } from '../measure-ours.ts';
import { layerSpeeds } from './layers.ts';
import type { Order, Told } from './order.ts';

const tell = (told: Told) => postMessage(told);

globalThis.onmessage = async ({ data: order }: MessageEvent<Order>) => {
  try {
    const absent = await whatIsMissing(order);
    tell(absent === undefined ? await measured(order) : { absent });
  } catch (error) {
    tell({ error: String(error) });
  }
};

/** Without a GPU that is one there is nothing to say about speed. */
async function whatIsMissing({ software }: Order): Promise<string | undefined> {
  const { gpu } = navigator as { readonly gpu?: GPU };
  if (!gpu) return say(message('backend.no-webgpu'));
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) return say(message('backend.no-adapter'));
  if (software || !isSoftware(adapter.info)) return undefined;
  return say(message('backend.software-adapter', { adapter: describeAdapter(adapter.info) }));
}

async function measured({ of, whose, side, count }: Order): Promise<Told> {
  const backend = await openBackend('webgpu', { kernels: whose, tiles: keptTiles });
  if (!backend.ok) throw new Error(backend.reason.id);
  const gpu = backend.value.description;
  return of === 'convolutions'
    ? { gpu, layers: await layerSpeeds(side) }
    : { gpu, iterations: await measureOurs({ side, count, encoder: 'vgg19' }) };
}
