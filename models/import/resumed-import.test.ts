/** Imports that are cancelled in the middle and begun again, in every layout. */
import { expect, test } from 'vitest';
import { granted, refusal } from '../testing/outcome.ts';
import { importEncoder } from './import-encoder.ts';
import { memoryPieces } from './piece-store.ts';
import { hdf5File, notop } from './testing/keras-files.ts';
import { layersModel } from './testing/layers-model.ts';
import { safetensorsFile, torchvisionTensors, vgg19Blocks, vggWeights } from './testing/vgg-weights.ts';
import { type Served, serve, type WeightsServer } from './testing/weights-server.ts';

/** Large enough for several pieces. */
const weights = vggWeights(vgg19Blocks, [8, 16, 32, 64, 64]);
const { numbers, texts = {} } = notop(weights);
const dense = { shape: [5, 1e6], data: new Float32Array(5e6) };

const served = (bytes: Uint8Array): Served => ({ bytes, headers: { etag: '"1"' } });

const files: Record<string, Served> = {
  '/net.safetensors': served(safetensorsFile(torchvisionTensors(weights))),
  '/net.h5': served(await hdf5File({ numbers: new Map([...numbers, ['fc1/fc1_W_1:0', dense]]), texts })),
  ...Object.fromEntries([...layersModel(weights)].map(([path, bytes]) => [`/vgg/${path}`, served(bytes)])),
};

/** The parts that were asked for more than once, but for what tells the version and what is as quick to fetch. */
const askedTwice = ({ asked }: WeightsServer): string[] => {
  const parts = asked
    .filter(({ path, sent }) => sent > 2 ** 16 && path in files)
    .map(({ path, range }) => `${path} ${range}`);
  return parts.filter((part, index) => parts.indexOf(part) !== index);
};

test.each(['/net.safetensors', '/net.h5', '/vgg/model.json'])('%s goes on where it was', async path => {
  const server = await serve(files);
  const pieces = memoryPieces();
  const controller = new AbortController();
  const url = `${server.origin}${path}`;
  const stopped = await importEncoder(url, {
    pieces,
    signal: controller.signal,
    onProgress: (received, total) => {
      if (received > (total ?? Number.POSITIVE_INFINITY) / 2) controller.abort();
    },
  });
  expect(refusal(stopped)).toMatch(/^Reading \S+ was cancelled\.$/);
  const before = server.asked.length;
  granted(await importEncoder(url, { pieces }));
  expect(server.asked.length).toBeGreaterThan(before);
  // The one that was on its way.
  expect(askedTwice(server).length).toBeLessThanOrEqual(1);
  const whole = await serve(files);
  granted(await importEncoder(`${whole.origin}${path}`));
  expect(server.asked.length).toBeGreaterThan(whole.asked.length);
  // What was put together is not kept: another import begins anew.
  const all = server.asked.length;
  granted(await importEncoder(url, { pieces }));
  expect(server.asked.length - all).toBe(whole.asked.length);
});
