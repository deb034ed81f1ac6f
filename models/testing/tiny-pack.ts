/** The tiny model as an encoder, for tests. */
import type { EncoderPack } from '../encoder-pack.ts';
import { readTfjsLayersModel } from '../import/tfjs-layers-model.ts';
import { caffePreprocessing, type Preprocessing } from '../preprocessing.ts';
import { memoryFolder, tinyModel } from './tiny-model.ts';

export async function tinyPack(
  title = 'tiny',
  preprocessing: Preprocessing = caffePreprocessing,
): Promise<EncoderPack> {
  const read = await readTfjsLayersModel(memoryFolder(tinyModel().folder), {
    preprocessing,
    title: () => title,
  });
  if (!read.ok) throw new Error(read.reason.id);
  return read.value;
}
