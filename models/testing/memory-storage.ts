/** Files kept in memory, for tests; with room for so many bytes and no more, where a test says so. */
import { message } from '../../src/language/message.ts';
import { failure, success } from '../../src/language/result.ts';
import { type FileStorage, notStored } from '../store/file-storage.ts';

export interface MemoryStorage extends FileStorage {
  /** By path: tests look into them, and break them. */
  readonly files: Map<string, { bytes: Uint8Array<ArrayBuffer>; changed: number }>;
  /** How many bytes all files together may have. */
  room: number;
}

export function memoryStorage(now: () => number = () => 0): MemoryStorage {
  const files: MemoryStorage['files'] = new Map();
  return {
    files,
    room: Number.POSITIVE_INFINITY,
    async list(folder) {
      const inside = [...files].filter(([path]) => path.startsWith(`${folder}/`));
      return success(
        inside.map(([path, { bytes, changed }]) => ({
          name: path.slice(folder.length + 1),
          bytes: bytes.length,
          changed,
        })),
      );
    },
    async read(path) {
      const file = files.get(path);
      return file ? success(file.bytes.slice()) : failure(notStored(path));
    },
    async open(path) {
      const file = files.get(path);
      if (!file) return failure(notStored(path));
      return success({
        read: (start, bytes) => {
          const now = files.get(path);
          return now ? success(now.bytes.slice(start, start + bytes)) : failure(notStored(path));
        },
      });
    },
    async write(path, chunks) {
      const bytes = Uint8Array.from(Buffer.concat([...chunks]));
      const taken = [...files.values()].reduce((sum, file) => sum + file.bytes.length, 0);
      if (taken + bytes.length > this.room) return failure(message('store.disk-full', { file: path }));
      files.set(path, { bytes, changed: now() });
      return success(undefined);
    },
    async delete(path) {
      files.delete(path);
      return success(undefined);
    },
  };
}
