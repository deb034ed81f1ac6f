/** The files of one import from the web: opened alike, let go together. */
import type { Message } from '../../src/language/message.ts';
import { type Result, success } from '../../src/language/result.ts';
import type { ByteSource } from './byte-source.ts';
import { type HttpOptions, httpSource } from './http-source.ts';
import type { PieceStore } from './piece-store.ts';
import { type ResumableSource, resumableSource } from './resumable-source.ts';

export class WebFiles {
  readonly #options: HttpOptions;
  readonly #pieces: PieceStore | undefined;
  readonly #opened = new Map<string, ByteSource>();
  readonly #kept: ResumableSource[] = [];

  constructor(options: HttpOptions, pieces?: PieceStore) {
    this.#options = options;
    this.#pieces = pieces;
  }

  /** The file at `url`; what was learnt of one that was opened before is known still. */
  readonly open = (url: string): Result<ByteSource> => {
    const opened = this.#opened.get(url);
    if (opened) return success(opened);
    const source = httpSource(url, this.#options);
    if (!source.ok) return source;
    const kept = this.#pieces && resumableSource(source.value, this.#pieces, url);
    if (kept) this.#kept.push(kept);
    this.#opened.set(url, kept ?? source.value);
    return success(kept ?? source.value);
  };

  /** Drops the pieces that are kept of all that was opened. */
  async forget(): Promise<void> {
    for (const source of this.#kept) await source.forget();
  }

  /** Lets go of all connections. */
  async close(): Promise<void> {
    for (const source of this.#opened.values()) await source.close();
  }
}

/**
 * Whether it is the way that failed, not the file, so that trying again can help. What was refused for what is in
 * it has to come anew.
 */
export const mayPass = ({ id, values: { why } }: Message): boolean =>
  [
    'import.cancelled',
    'import.broke-off',
    'import.unreachable',
    'import.stalled',
    'import.server-status',
  ].includes(id) ||
  (isMessage(why) && mayPass(why));

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && 'id' in value;
