/**
 * Downloads in progress, kept beside the encoders: each piece is a file of its own, so a download that broke off
 * goes on where it was. One download may be of several files, as that of a folder is. What nobody came back for
 * is cleared away in time.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PieceStore } from '../import/piece-store.ts';
import type { FileStorage } from './file-storage.ts';

const folder = 'downloads';

/** Whoever wanted the file has had it by then from somewhere else. */
const forgotten = 30 * 24 * 60 * 60 * 1000;

export interface Download extends PieceStore {
  /** How many bytes of it are here. */
  bytes(): Promise<number>;
  forget(): Promise<void>;
}

export interface Downloads {
  /** What is fetched for the sake of `url`, the one that was asked for. */
  of(url: string): Download;
  /** Clears what has lain for a month. */
  prune(): Promise<void>;
}

export function downloadsIn(files: FileStorage, now: () => number = Date.now): Downloads {
  const stored = async () => {
    const listed = await files.list(folder);
    return listed.ok ? listed.value : [];
  };
  return {
    of(url) {
      const owner = bytesToHex(sha256(utf8ToBytes(url))).slice(0, 16);
      /** Names of files and pieces have `-` in them; no dot. */
      const pathOf = (file: string, piece: string): string => `${folder}/${owner}.${file}.${piece}`;
      const beginning = async (prefix: string) =>
        (await stored()).filter(({ name }) => name.startsWith(`${prefix}.`));
      const clear = async (prefix: string): Promise<void> => {
        for (const { name } of await beginning(prefix)) await files.delete(`${folder}/${name}`);
      };
      return {
        async get(file, piece) {
          const read = await files.read(pathOf(file, piece));
          return read.ok ? read.value : undefined;
        },
        put: async (file, piece, bytes) => (await files.write(pathOf(file, piece), [bytes])).ok,
        clear: file => clear(`${owner}.${file}`),
        bytes: async () => (await beginning(owner)).reduce((sum, { bytes }) => sum + bytes, 0),
        forget: () => clear(owner),
      };
    },
    async prune() {
      for (const { name, changed } of await stored()) {
        if (now() - changed > forgotten) await files.delete(`${folder}/${name}`);
      }
    },
  };
}
