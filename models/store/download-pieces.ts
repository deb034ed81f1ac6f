/**
 * Downloads in progress, kept beside the encoders: each piece is a file of its own, so a download that broke off
 * goes on where it was. What nobody came back for is cleared away in time.
 */
import type { PieceStore } from '../import/piece-store.ts';
import type { FileStorage } from './file-storage.ts';

const folder = 'downloads';
/** `-` is in the names of files and pieces; a dot is not. */
const pathOf = (file: string, piece: string): string => `${folder}/${file}.${piece}`;

/** Whoever wanted the file has had it by then from somewhere else. */
const forgotten = 30 * 24 * 60 * 60 * 1000;

export interface DownloadPieces extends PieceStore {
  /** How many bytes are there of `file`. */
  bytesOf(file: string): Promise<number>;
  /** Clears what has lain for a month. */
  prune(): Promise<void>;
}

export function downloadPieces(files: FileStorage, now: () => number = Date.now): DownloadPieces {
  const stored = async () => {
    const listed = await files.list(folder);
    return listed.ok ? listed.value : [];
  };
  const piecesOf = async (file: string) => (await stored()).filter(({ name }) => name.startsWith(`${file}.`));
  return {
    async get(file, piece) {
      const read = await files.read(pathOf(file, piece));
      return read.ok ? read.value : undefined;
    },
    put: async (file, piece, bytes) => (await files.write(pathOf(file, piece), [bytes])).ok,
    async clear(file) {
      for (const { name } of await piecesOf(file)) await files.delete(`${folder}/${name}`);
    },
    bytesOf: async file => (await piecesOf(file)).reduce((sum, { bytes }) => sum + bytes, 0),
    async prune() {
      for (const { name, changed } of await stored()) {
        if (now() - changed > forgotten) await files.delete(`${folder}/${name}`);
      }
    },
  };
}
