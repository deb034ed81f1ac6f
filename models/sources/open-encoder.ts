/** From a reference, as an Encoder node's parameter holds it, to the encoder. */
import type { EncoderLayer } from '../../src/graph/wire.ts';
import { message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import { architectureTitle } from '../architecture.ts';
import type { EncoderPack } from '../encoder-pack.ts';
import type { ByteSource } from '../import/byte-source.ts';
import { type FolderReader, isMissing } from '../import/folder.ts';
import { importEncoder } from '../import/import-encoder.ts';
import { readPreprocessing } from '../import/stated-preprocessing.ts';
import { readTfjsLayersModel } from '../import/tfjs-layers-model.ts';
import { randomEncoder } from '../random.ts';
import type { EncoderStore } from '../store/encoder-store.ts';
import { parseReference } from './reference.ts';

/** What whoever opens encoders can reach: the command line the disk, a page its own storage. */
export interface EncoderHost {
  /** The folder of the encoder that ships with Gramarye. */
  readonly lite?: FolderReader;
  /** Those that were added. */
  readonly kept?: Pick<EncoderStore, 'open'>;
  /** A reader of the folder at a path. */
  readonly folder?: (path: string) => FolderReader;
  /** The file at a path, opened. It is closed when it was read. */
  readonly file?: (path: string) => Promise<Result<ByteSource>>;
}

/** Opens `reference`, with its weights checked. */
export async function openEncoder(reference: string, host: EncoderHost): Promise<Result<EncoderPack>> {
  const parsed = parseReference(reference);
  if (!parsed.ok) return parsed;
  const source = parsed.value;
  switch (source.type) {
    case 'random':
      return success(randomEncoder(source.seed));
    case 'lite':
      return host.lite ? openLite(host.lite) : outOfReach(reference);
    case 'kept':
      return host.kept ? host.kept.open(source.name) : outOfReach(reference);
    case 'folder': {
      if (!host.folder) return outOfReach(reference);
      const { path } = source;
      const opened = await openFolder(
        host.folder(path),
        layers => `${architectureTitle(layers)} (${lastName(path)})`,
      );
      return opened.ok
        ? opened
        : failure(message('encoder.not-opened', { encoder: path, why: opened.reason }));
    }
    case 'file': {
      if (!host.file) return outOfReach(reference);
      const { path } = source;
      const opened = await openFile(await host.file(path));
      return opened.ok
        ? opened
        : failure(message('encoder.not-opened', { encoder: path, why: opened.reason }));
    }
  }
}

/** All that is there: a graph may tap it. */
const deepest = 'conv5_4';

const outOfReach = (reference: string) => failure(message('encoder.out-of-reach', { reference }));

async function openLite(read: FolderReader): Promise<Result<EncoderPack>> {
  const opened = await openFolder(read, () => 'VGG-19 lite');
  return !opened.ok && isMissing(opened.reason) ? failure(message('encoder.lite-missing')) : opened;
}

async function openFile(file: Result<ByteSource>): Promise<Result<EncoderPack>> {
  if (!file.ok) return file;
  const source = file.value;
  // As if it were far away: of half a gigabyte only the convolutions are read, and nobody asks for its hash.
  const sparing: ByteSource = {
    name: source.name,
    remote: true,
    size: () => source.size(),
    read: (...piece) => source.read(...piece),
    close: () => source.close(),
  };
  const imported = await importEncoder(sparing, { deepest });
  await source.close();
  return imported.ok ? success(imported.value.pack) : imported;
}

async function openFolder(
  read: FolderReader,
  title: (layers: readonly EncoderLayer[]) => string,
): Promise<Result<EncoderPack>> {
  const preprocessing = await readPreprocessing(read);
  if (!preprocessing.ok) return preprocessing;
  return readTfjsLayersModel(read, { preprocessing: preprocessing.value, title });
}

/** The last name in a path of either kind. Where a folder lies is nobody's business who sees a title. */
const lastName = (path: string): string => path.split(/[\\/]/).findLast(name => name !== '') ?? path;
