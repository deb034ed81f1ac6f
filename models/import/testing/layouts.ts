/** One small VGG-19 in every layout, and what is expected of each import of it. */
import { expect } from 'vitest';
import { layersOf } from '../../architecture.ts';
import { tensorNames } from '../../encoder-pack.ts';
import { torchvisionPreprocessing } from '../../preprocessing.ts';
import { granted } from '../../testing/outcome.ts';
import type { ImportedEncoder } from '../import-encoder.ts';
import { preprocessingMetadata } from '../safetensors/own-names.ts';
import { writeSafetensors } from '../safetensors/write.ts';
import { hdf5File, keras3, notop } from './keras-files.ts';
import { narrow, safetensorsFile, torchvisionTensors, vggWeights } from './vgg-weights.ts';

export const weights = vggWeights();

/** Our own layout, with `metadata`. */
export const ours = (metadata: Record<string, string>): Uint8Array =>
  Buffer.concat(writeSafetensors(weights, metadata));

/** The same weights in every layout, and what sentences call the file. */
export const layouts = {
  torchvision: { name: 'net.safetensors', bytes: safetensorsFile(torchvisionTensors(weights)) },
  ours: { name: 'ours.safetensors', bytes: ours(preprocessingMetadata(torchvisionPreprocessing.applied)) },
  keras: { name: 'net.h5', bytes: await hdf5File(notop(weights)) },
  keras3: { name: 'model.weights.h5', bytes: await hdf5File(keras3(weights)) },
};

/** All of {@link weights} down to conv5_1, but for the order of the first kernel's channels. */
export function expectWeights({ pack }: ImportedEncoder): void {
  expect(pack.facts.layers).toEqual(layersOf([2, 2, 4, 4, 1], narrow));
  for (const name of tensorNames(pack.facts.layers).slice(1)) {
    expect(granted(pack.tensor(name)), name).toEqual(weights.get(name));
  }
}
