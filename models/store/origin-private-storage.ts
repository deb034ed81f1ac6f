/// <reference lib="dom" />
/**
 * A page's own folder of the disk (the origin private file system), which nobody else sees. A file is written
 * to a copy that takes its place when it is closed, so it is there whole or not at all.
 */
import { type Message, message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import { type FileStorage, notStored, type OpenFile, type StoredFile } from './file-storage.ts';

/** `root` is what `navigator.storage.getDirectory()` gives, or a folder in it. */
export function originPrivateStorage(root: FileSystemDirectoryHandle): FileStorage {
  /** The folder and the name that `path` ends in. */
  const placeOf = async (path: string, create: boolean) => {
    const steps = path.split('/');
    const name = steps.pop() ?? '';
    let folder = root;
    for (const step of steps) folder = await folder.getDirectoryHandle(step, { create });
    return { folder, name };
  };
  return {
    list: path =>
      attempt(path, async () => {
        const found: StoredFile[] = [];
        const folder = await placeOf(`${path}/`, false).catch(ignoreMissing);
        for await (const handle of folder?.folder.values() ?? []) {
          // Browsers write beside the file, some of them in plain sight.
          if (!isFile(handle) || handle.name.endsWith('.crswap')) continue;
          const { size, lastModified } = await handle.getFile();
          found.push({ name: handle.name, bytes: size, changed: lastModified });
        }
        return found;
      }),
    read: path =>
      attempt(path, async () => {
        const { folder, name } = await placeOf(path, false);
        const file = await (await folder.getFileHandle(name)).getFile();
        return new Uint8Array(await file.arrayBuffer());
      }),
    open: path =>
      attempt(path, async () => {
        // Workers may wait for a file, pages may not.
        if (!('FileReaderSync' in globalThis)) return undefined;
        const { folder, name } = await placeOf(path, false);
        return opened(path, await (await folder.getFileHandle(name)).getFile());
      }),
    write: (path, chunks) =>
      attempt(path, async () => {
        const { folder, name } = await placeOf(path, true);
        const wasThere = await folder.getFileHandle(name).then(
          () => true,
          () => false,
        );
        const handle = await folder.getFileHandle(name, { create: true });
        const writable = await handle.createWritable();
        let bytes = 0;
        try {
          for (const chunk of chunks) {
            bytes += chunk.length;
            await writable.write(ownBuffer(chunk));
          }
          await writable.close();
        } catch (error) {
          await writable.abort().catch(() => {});
          const reason = isFull(error) ? error : ((await hasNoRoom(handle, bytes)) ?? error);
          // Asking for a handle made an empty file.
          if (!wasThere) await folder.removeEntry(name).catch(() => {});
          throw reason;
        }
        return undefined;
      }),
    delete: path =>
      attempt(path, async () => {
        const place = await placeOf(path, false).catch(ignoreMissing);
        await place?.folder.removeEntry(place.name).catch(ignoreMissing);
        return undefined;
      }),
  };
}

/** What a worker has beside a page's library. */
declare const FileReaderSync: new () => { readAsArrayBuffer(blob: Blob): ArrayBuffer };

const opened = (path: string, file: File): OpenFile => ({
  read: (start, bytes) => {
    try {
      return success(
        new Uint8Array(new FileReaderSync().readAsArrayBuffer(file.slice(start, start + bytes))),
      );
    } catch (error) {
      return failure(inWords(path, error));
    }
  },
});

const isFile = (handle: FileSystemHandle): handle is FileSystemFileHandle => handle.kind === 'file';

/**
 * Chromium sometimes only says that a pipe broke where the quota was what broke it. A copy that is made as long
 * as the file would have been needs no pipe, so there the quota is named. (What `navigator.storage.estimate`
 * says is rounded on purpose.)
 */
async function hasNoRoom(handle: FileSystemFileHandle, bytes: number): Promise<unknown> {
  try {
    const probe = await handle.createWritable();
    await probe.truncate(bytes).finally(() => probe.abort().catch(() => {}));
    return undefined;
  } catch (error) {
    return isFull(error) ? error : undefined;
  }
}

const isFull = (error: unknown): boolean => nameOf(error) === 'QuotaExceededError';

/** What browsers write must not lie in memory that threads share. */
const ownBuffer = (chunk: Uint8Array): Uint8Array<ArrayBuffer> =>
  chunk.buffer instanceof ArrayBuffer
    ? new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length)
    : chunk.slice();

async function attempt<T>(file: string, act: () => Promise<T>): Promise<Result<T>> {
  try {
    return success(await act());
  } catch (error) {
    return failure(inWords(file, error));
  }
}

function inWords(file: string, error: unknown): Message {
  switch (nameOf(error)) {
    case 'NotFoundError':
      return notStored(file);
    case 'QuotaExceededError':
      return message('store.quota', { file });
    default:
      return message('store.failed', {
        file,
        why: error instanceof Error ? error.message : String(error),
      });
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

function ignoreMissing(error: unknown): undefined {
  if (nameOf(error) !== 'NotFoundError') throw error;
  return undefined;
}
