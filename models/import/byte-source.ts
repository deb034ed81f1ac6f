/**
 * Bytes that an importer reads a piece of at a time, wherever they lie: on a disk, in a file that was
 * dropped on a page, behind a URL. An importer asks for the pieces that it needs, from the front to the
 * back where it can, and never learns where they came from.
 */
import type { Result } from '../../src/language/result.ts';

export interface ByteSource {
  /** What sentences call it: the last name of its path or URL. */
  readonly name: string;
  /** In bytes. A server is asked for it with the first piece, so reading something first saves a request. */
  size(): Promise<Result<number>>;
  /**
   * The bytes from `start` (included) on, exactly `length` of them. A source that ends before is refused as
   * cut short; a signal that was given when the source was opened refuses as cancelled.
   */
  read(start: number, length: number): Promise<Result<Uint8Array>>;
  /** Lets go of an open file or connection. The source can't be read afterwards. */
  close(): Promise<void>;
}
