/** Pictures and encoders from this machine's disk. */
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type FolderReader, fileMissing, fileTooLarge } from '../../../models/import/folder.ts';
import { type NetworkHost, openNetwork } from '../../../models/networks/open-network.ts';
import { type EncoderHost, openEncoder } from '../../../models/sources/open-encoder.ts';
import { failure } from '../../language/result.ts';
import type { Sources } from '../library/sources.ts';
import { diskSource } from './disk-source.ts';
import { keptEncoders } from './models-folder.ts';
import { openImage } from './open-image.ts';
import { packageFolder } from './package-folder.ts';
import { codeOf, readBounded } from './read-bounded.ts';

/** Relative paths in `file:` and `folder:` references start from `folder`, which is the graph file's. */
export const fileSources = (folder: string): Sources => ({
  image: reference => openImage(reference, folder),
  encoder: reference => openEncoder(reference, fileEncoders(folder)),
  network: reference => openNetwork(reference, fileNetworks(folder)),
});

/** The encoders that the command line can reach: its own, those that were added, and whatever is on the disk. */
export const fileEncoders = (folder: string): EncoderHost => ({
  lite: liteFolder(),
  kept: keptEncoders(),
  folder: path => folderReader(resolve(folder, path)),
  file: path => diskSource(resolve(folder, path)),
});

/** The feed-forward networks that the command line can reach: AdaIN's decoder, and whatever is on the disk. */
export const fileNetworks = (folder: string): NetworkHost => ({
  adain: folderReader(join(packageFolder(), 'models', 'adain-decoder')),
  folder: path => folderReader(resolve(folder, path)),
  archive: path => readBounded(resolve(folder, path), largestArchive),
});

const largestArchive = 300 * 2 ** 20;

/** The encoder that ships with Gramarye. */
export const liteFolder = (): FolderReader => folderReader(join(packageFolder(), 'models', 'vgg19-lite'));

/** Reads the files of one folder, for the importers of encoders. */
export const folderReader =
  (folder: string): FolderReader =>
  async (path, atMost) => {
    const file = join(folder, path);
    try {
      if ((await stat(file)).size > atMost) return failure(fileTooLarge(path, atMost));
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return failure(fileMissing(path));
    }
    return readBounded(file, atMost);
  };
