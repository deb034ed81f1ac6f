/** A folder on this machine's disk, for tests. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, success } from '../../src/language/result.ts';
import { type FolderReader, fileMissing, fileTooLarge } from '../import/folder.ts';

export const diskFolder =
  (folder: string): FolderReader =>
  async (path, atMost) => {
    const file = join(folder, path);
    const size = await stat(file).then(
      ({ size }) => size,
      () => undefined,
    );
    if (size === undefined) return failure(fileMissing(path));
    if (size > atMost) return failure(fileTooLarge(path, atMost));
    return success(new Uint8Array(await readFile(file)));
  };
