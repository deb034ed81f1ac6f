/** From a reference, as an Encoder node's parameter holds it, to the encoder: `random:7` or `folder:PATH`. */
import { message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import { architectureTitle } from '../architecture.ts';
import type { EncoderPack } from '../encoder-pack.ts';
import type { FolderReader } from '../import/folder.ts';
import { readPreprocessing } from '../import/stated-preprocessing.ts';
import { readTfjsLayersModel } from '../import/tfjs-layers-model.ts';
import { randomEncoder } from '../random.ts';
import { parseReference } from './reference.ts';

/** `folders` gives a reader of the folder at a path: of a disk on the command line, of its own storage in a page. */
export async function openEncoder(
  reference: string,
  folders: (path: string) => FolderReader,
): Promise<Result<EncoderPack>> {
  const source = parseReference(reference);
  if (!source.ok) return source;
  if (source.value.type === 'random') return success(randomEncoder(source.value.seed));
  const opened = await openFolder(source.value.path, folders(source.value.path));
  if (opened.ok) return opened;
  return failure(message('encoder.not-opened', { encoder: source.value.path, why: opened.reason }));
}

async function openFolder(path: string, read: FolderReader): Promise<Result<EncoderPack>> {
  const preprocessing = await readPreprocessing(read);
  if (!preprocessing.ok) return preprocessing;
  return readTfjsLayersModel(read, {
    preprocessing: preprocessing.value,
    title: layers => `${architectureTitle(layers)} (${folderName(path)})`,
  });
}

/** The last name in a path of either kind. Where a folder lies is nobody's business who sees a title. */
const folderName = (path: string): string => path.split(/[\\/]/).findLast(name => name !== '') ?? path;
