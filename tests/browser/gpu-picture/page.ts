/// <reference lib="dom" />
/** A page that paints on a GPU and draws the frames that come: what a test does with it, it does from outside. */
import type { GraphDocument } from '../../../src/graph/document.ts';
import { say } from '../../../src/language/message.ts';
import { Client } from '../../../src/runtime/host/client.ts';
import { pixelsOf } from '../../../src/runtime/host/scale-down.ts';
import { startPageWorker } from '../../../src/ui/worker/start-page-worker.ts';

let client: Client;
const frames: { readonly iteration: number; readonly width: number; readonly rgba: readonly number[] }[] = [];
let iterations = 0;
let checkpoints = 0;
let failed: string | undefined;

const soon = () => new Promise(resolve => setTimeout(resolve, 20));

export const easel = {
  /** What it paints on. */
  async begin(document: GraphDocument, longest: number) {
    client = new Client({
      startWorker: startPageWorker,
      open: { backend: 'webgpu', base: location.href },
      copyEvery: 1e9,
    });
    client.on(event => {
      if (event.type === 'iteration') iterations += 1;
      if (event.type === 'checkpoint') checkpoints += 1;
      if (event.type === 'failed') failed = say(event.problem.reason);
    });
    client.onFrame(({ image, iteration = 0, width, height }) => {
      const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
      if (image instanceof ImageBitmap) context?.drawImage(image, 0, 0);
      else context?.putImageData(new ImageData(image, width, height), 0, 0);
      const rgba = [...(context?.getImageData(0, 0, width, height).data ?? [])];
      frames.push({ iteration, width, rgba });
      if (image instanceof ImageBitmap) image.close();
    });
    client.watch({ optimiser: longest });
    client.edit(document);
    const ready = await client.ready;
    return ready.ok ? ready.value.description : say(ready.reason);
  },
  counts: () => ({ frames: frames.length, iterations, checkpoints, failed }),
  /** Waits for so many frames from now on. */
  async shown(count: number) {
    const enough = frames.length + count;
    while (frames.length < enough && failed === undefined) await soon();
  },
  /** Stands still: its picture as the last frame shows it, and as it is when it is read back and made as small. */
  async still(longest: number) {
    client.pause();
    for (;;) {
      await soon();
      const picture = await client.picture('optimiser');
      const last = frames.at(-1);
      if (!picture || !last || picture.iteration !== last.iteration) continue;
      return { shown: last, read: [...pixelsOf(picture, longest).rgba], full: picture.shape };
    }
  },
};

export type Easel = typeof easel;

Object.assign(globalThis, { easel });
