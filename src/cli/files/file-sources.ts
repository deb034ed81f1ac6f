/** Pictures and encoders from this machine's disk. */
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type FolderReader, fileMissing, fileTooLarge } from '../../../models/import/folder.ts';
import { openEncoder } from '../../../models/sources/open-encoder.ts';
import { failure } from '../../language/result.ts';
import type { Sources } from '../library/sources.ts';
import { openImage } from './open-image.ts';
import { codeOf, readBounded } from './read-bounded.ts';

/** Relative paths in `file:` and `folder:` references start from `folder`, which is the graph file's. */
export const fileSources = (folder: string): Sources => ({
  image: reference => openImage(reference, folder),
  encoder: reference => openEncoder(reference, path => folderReader(resolve(folder, path))),
});

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
