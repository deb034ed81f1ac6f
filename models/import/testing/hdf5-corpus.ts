/** Reads damaged HDF5 files one after the other in a process that can be ended, and says what came of each. */
import type { Message } from '../../../src/language/message.ts';
import { type EncoderPack, tensorNames } from '../../encoder-pack.ts';
import { torchvisionPreprocessing } from '../../preprocessing.ts';
import { bytesSource } from '../bytes-source.ts';
import { importEncoder } from '../import-encoder.ts';
import { damaged } from './damage.ts';

export interface Job {
  readonly whole: Uint8Array<ArrayBuffer>;
  readonly seeds: readonly number[];
  /** What is damaged; all of it where nothing is said. */
  readonly within?: readonly [number, number];
}

export type Outcome =
  | { readonly seed: number; readonly how: string; readonly refused: Message }
  /** Each tensor that came out, by its name. */
  | { readonly seed: number; readonly how: string; readonly tensors: ReadonlyMap<string, Float32Array> };

process.on('message', async ({ whole, seeds, within }: Job) => {
  for (const seed of seeds) {
    const { bytes, how } = damaged(whole, seed, ...(within ?? []));
    // Red first, so that the numbers come out as they stand in the file.
    const options = { deepest: 'conv5_4', preprocessing: torchvisionPreprocessing };
    const imported = await importEncoder(bytesSource(bytes, 'net.h5'), options);
    const outcome = imported.ok
      ? { seed, how, tensors: tensorsOf(imported.value.pack) }
      : { seed, how, refused: imported.reason };
    process.send?.(outcome satisfies Outcome);
  }
  process.disconnect();
});

function tensorsOf({ facts, tensor }: EncoderPack): ReadonlyMap<string, Float32Array> {
  const tensors = new Map<string, Float32Array>();
  for (const name of tensorNames(facts.layers)) {
    const found = tensor(name);
    if (found.ok) tensors.set(name, found.value.data);
  }
  return tensors;
}
