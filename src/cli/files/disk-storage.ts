/**
 * Kept files in a folder of this machine's disk. A file is written beside its place, made to reach the disk,
 * and moved: a plug pulled at any moment leaves the old file or the new one.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type FileStorage, notStored, type StoredFile } from '../../../models/store/file-storage.ts';
import { type Message, message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { makeFolder } from './make-folder.ts';
import { codeOf } from './read-bounded.ts';
import { showPath } from './show-path.ts';

/** A file that is being written for longer than this was left by a process that is gone. */
const leftOver = 60 * 60 * 1000;

export function diskStorage(root: string, now: () => number = Date.now): FileStorage {
  const at = (path: string): string => join(root, ...path.split('/'));
  return {
    list: path =>
      attempt(at(path), async () => {
        const found: StoredFile[] = [];
        for (const name of await namesIn(at(path))) {
          if (name.startsWith('.')) continue;
          const status = await stat(join(at(path), name)).catch(() => undefined);
          if (status?.isFile()) found.push({ name, bytes: status.size, changed: status.mtimeMs });
        }
        return found;
      }),
    read: path =>
      attempt(at(path), async () => {
        const bytes = await readFile(at(path));
        // Small files come out of a pool that others read, too.
        return bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
          ? new Uint8Array(bytes.buffer)
          : Uint8Array.from(bytes);
      }),
    open: path =>
      attempt(at(path), async () => {
        await stat(at(path));
        return { read: (start, bytes) => readPart(at(path), start, bytes) };
      }),
    write: (path, chunks) =>
      attempt(at(path), async () => {
        const folder = dirname(at(path));
        await makeFolder(folder).catch(nowhere);
        await removeLeftOvers(folder, now() - leftOver);
        await writeWhole(at(path), chunks);
        return undefined;
      }),
    delete: path =>
      attempt(at(path), async () => {
        await rm(at(path), { force: true });
        return undefined;
      }),
  };
}

function readPart(path: string, start: number, count: number): Result<Uint8Array<ArrayBuffer>> {
  try {
    const file = openSync(path, 'r');
    try {
      const bytes = new Uint8Array(count);
      const read = readSync(file, bytes, 0, count, start);
      return success(bytes.subarray(0, read));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return failure(inWords(path, error));
  }
}

/** A folder that can't be made though nothing forbids it, as in `/proc`, is as good as forbidden. */
function nowhere(error: unknown): never {
  throw codeOf(error) === 'ENOENT' ? Object.assign(new Error('no folder'), { code: 'EACCES' }) : error;
}

const beside = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);

async function writeWhole(path: string, chunks: Iterable<Uint8Array>): Promise<void> {
  const unfinished = beside(path);
  try {
    const file = await open(unfinished, 'w');
    try {
      for (const chunk of chunks) await file.writeFile(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw error;
  }
}

async function removeLeftOvers(folder: string, before: number): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (!name.endsWith('.tmp')) continue;
    const path = join(folder, name);
    const status = await stat(path).catch(() => undefined);
    if (status && status.mtimeMs < before) await rm(path, { force: true });
  }
}

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });

async function attempt<T>(path: string, act: () => Promise<T>): Promise<Result<T>> {
  try {
    return success(await act());
  } catch (error) {
    return failure(inWords(path, error));
  }
}

/** Node's error codes in words. */
function inWords(path: string, error: unknown): Message {
  const file = showPath(path);
  switch (codeOf(error)) {
    case 'ENOENT':
      return notStored(file);
    case 'ENOSPC':
    case 'EDQUOT':
      return message('store.disk-full', { file });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return message('store.forbidden', { file });
    case 'ENOTDIR':
    case 'EEXIST':
      return message('store.no-folder', { file });
    default:
      return message('store.failed', { file, why: error instanceof Error ? error.message : String(error) });
  }
}
