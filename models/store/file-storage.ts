/**
 * A place where files are kept under plain names: a folder of a disk, a page's own storage, memory in tests.
 * All that is built on it rests on one promise: whatever breaks off, a file is there whole or not at all.
 */
import { type Message, message } from '../../src/language/message.ts';
import type { Result } from '../../src/language/result.ts';

export interface StoredFile {
  /** Without its folder. */
  readonly name: string;
  readonly bytes: number;
  /** When it was last written, in milliseconds since 1970. */
  readonly changed: number;
}

/** A file that stays where it is and is read wherever something of it is needed, without waiting. */
export interface OpenFile {
  /** So many bytes from `start` on, in a buffer of their own; fails where the file has gone meanwhile. */
  read(start: number, bytes: number): Result<Uint8Array<ArrayBuffer>>;
}

/** Paths are a folder and a name, `encoders/vgg19.json`; folders come and go by themselves. */
export interface FileStorage {
  /** The files in `folder`; none where there is no such folder. */
  list(folder: string): Promise<Result<readonly StoredFile[]>>;
  /** The whole file, in a buffer of its own; says with {@link notStored} that there is none. */
  read(path: string): Promise<Result<Uint8Array<ArrayBuffer>>>;
  /** Without it, or where it gives nothing, nothing can be read here without waiting. */
  open?(path: string): Promise<Result<OpenFile | undefined>>;
  /**
   * Puts `chunks`, one after the other, in place of whatever was there. Where that fails (a full disk, a full
   * quota), what was there is still there.
   */
  write(path: string, chunks: Iterable<Uint8Array>): Promise<Result<undefined>>;
  /** A file that is not there is gone already. */
  delete(path: string): Promise<Result<undefined>>;
}

export const notStored = (file: string): Message => message('store.file-missing', { file });

export const isNotStored = (reason: Message): boolean => reason.id === 'store.file-missing';
