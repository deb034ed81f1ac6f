/**
 * A file behind a URL. Most servers give the part that they are asked for; some give the whole file whatever
 * is asked, and then it streams past once, while the pieces that are wanted are taken out of it.
 */
import { type Message, message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import { type ByteSource, cutShort, pieceSize } from './byte-source.ts';
import { type Address, parseAddress } from './http/address.ts';
import { type Answer, ask, type Patience } from './http/answer.ts';
import { Body } from './http/body.ts';
import { promisedPart } from './http/part.ts';
import { refusalOf } from './http/refusal.ts';
import { agreed, parseTotal, type Stated, statedBy, versionOf } from './http/stated.ts';

export interface HttpOptions {
  readonly signal?: AbortSignal | undefined;
  /** After so many milliseconds without a byte the server is given up. */
  readonly stallAfter?: number | undefined;
}

type OnBytes = (count: number) => void;

/** The file at `url`, which begins with `https:` or `http:`. Nothing is fetched before something is read. */
export function httpSource(url: string, options: HttpOptions = {}): Result<ByteSource> {
  const address = parseAddress(url);
  if (!address.ok) return address;
  const { signal, stallAfter = 30_000 } = options;
  return success(new HttpSource(address.value, { signal, stallAfter }));
}

/** Bytes on their way: `filled` of them are here. */
interface Piece {
  readonly start: number;
  readonly bytes: Uint8Array;
  filled: number;
  readonly onBytes: OnBytes;
}

const pieceOf = (start: number, length: number, onBytes: OnBytes = () => {}): Piece => ({
  start,
  bytes: new Uint8Array(length),
  filled: 0,
  onBytes,
});

class HttpSource implements ByteSource {
  readonly name: string;
  readonly remote = true;
  readonly #address: Address;
  readonly #patience: Patience;
  #stated: Stated | undefined;
  /** The long answer of a server that gives whole files only, while it is being read. */
  #body: Body | undefined;
  /** Came, but was not taken: the first piece of a file whose size was asked for, the last of one cut short. */
  #left = pieceOf(0, 0);
  /** One read after the other: a body has one cursor. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(address: Address, patience: Patience) {
    this.name = address.file;
    this.#address = address;
    this.#patience = patience;
  }

  size(): Promise<Result<number | undefined>> {
    return this.#inTurn(async () => {
      if (!this.#stated) {
        const first = pieceOf(0, pieceSize);
        const answered = await this.#ask(first);
        if (!answered.ok) return answered;
        if (answered.value === 'part') this.#left = first;
      }
      return success(this.#stated?.size);
    });
  }

  read(start: number, length: number, onBytes?: OnBytes): Promise<Result<Uint8Array>> {
    return this.#inTurn(async () => {
      if (length === 0) return success(new Uint8Array());
      const size = this.#stated?.size;
      if (size !== undefined && start + length > size) return failure(cutShort(this.name, size));
      const { start: from, bytes, filled } = this.#left;
      if (start >= from && start + length <= from + filled) {
        onBytes?.(length);
        return success(bytes.subarray(start - from, start - from + length));
      }
      const piece = pieceOf(start, length, onBytes);
      const brought = await this.#bring(piece);
      if (!brought.ok) return brought;
      if (piece.filled === length) return success(piece.bytes);
      this.#left = piece;
      return failure(cutShort(this.name, this.#stated?.size));
    });
  }

  version(): string | undefined {
    return this.#stated && versionOf(this.#stated);
  }

  async close(): Promise<void> {
    await this.#body?.close();
    this.#body = undefined;
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(act);
    this.#turn = turn;
    return turn;
  }

  async #bring(piece: Piece): Promise<Result<unknown>> {
    // What lies behind the cursor has gone past: the file has to come once more.
    if (!this.#body || this.#body.position > piece.start) {
      await this.close();
      const answered = await this.#ask(piece);
      if (!answered.ok || answered.value === 'part') return answered;
    }
    const streamed = await this.#stream(piece);
    if (!streamed.ok) await this.close();
    return streamed;
  }

  /** Fills `piece` with the part that it is, or finds that the whole file comes. */
  async #ask(piece: Piece): Promise<Result<'part' | 'whole'>> {
    const answered = await this.#askOnce(piece);
    // A server that gives parts can be asked for the rest of one: once, for nobody can know what is wrong.
    const again = this.#stated && !this.#body && !answered.ok && isBroken(answered.reason);
    return again ? this.#askOnce(piece) : answered;
  }

  async #askOnce(piece: Piece): Promise<Result<'part' | 'whole'>> {
    const range = [piece.start + piece.filled, piece.start + piece.bytes.length - 1] as const;
    const asked = await ask(this.#address, range, this.#patience);
    if (!asked.ok) return asked;
    const answer = asked.value;
    const taken = await this.#take(answer, range, piece);
    if (!taken.ok) await answer.cancel();
    return taken;
  }

  async #take(
    answer: Answer,
    range: readonly [number, number],
    piece: Piece,
  ): Promise<Result<'part' | 'whole'>> {
    if (answer.status === 416) return this.#pastTheEnd(answer, range[0]);
    const refusal = refusalOf(answer, this.#address);
    if (refusal) return failure(refusal);
    const promised = answer.status === 206 ? promisedPart(answer, range) : {};
    if (!promised) return failure(this.#says('import.range-differs'));
    const stated = agreed(this.#stated ?? {}, statedBy(answer, promised.size));
    if (!stated) return failure(this.#says('import.changed'));
    this.#stated = stated;
    if (answer.status === 200) {
      this.#body = new Body(answer);
      return success('whole');
    }
    return this.#fill(piece, answer, promised.length);
  }

  async #fill(piece: Piece, answer: Answer, promised: number | undefined): Promise<Result<'part'>> {
    const body = new Body(answer);
    const wanted = piece.bytes.subarray(piece.filled);
    const filled = await body.fill(wanted, count => {
      piece.filled += count;
      piece.onBytes(count);
    });
    if (!filled.ok) return filled;
    if (promised !== undefined && filled.value < promised) return failure(this.#says('import.broke-off'));
    if (filled.value < wanted.length) this.#endsAt(piece.start + piece.filled);
    const more = await body.fill(new Uint8Array(1), () => {});
    if (filled.value > (promised ?? wanted.length) || (more.ok && more.value > 0)) {
      return failure(this.#says('import.range-differs'));
    }
    return success('part');
  }

  async #stream(piece: Piece): Promise<Result<undefined>> {
    const body = this.#body;
    if (!body) return failure(this.#says('import.broke-off'));
    // What is skipped takes its time too: the piece's bytes are reported over all that comes.
    const all = piece.start + piece.bytes.length - body.position;
    let came = 0;
    const spread: OnBytes = count => {
      const before = Math.floor((came / all) * piece.bytes.length);
      came += count;
      piece.onBytes(Math.floor((came / all) * piece.bytes.length) - before);
    };
    const skipped = await body.skipTo(piece.start, spread);
    if (!skipped.ok) return skipped;
    const filled = await body.fill(piece.bytes, spread);
    if (!filled.ok) return filled;
    piece.filled = filled.value;
    if (piece.filled === piece.bytes.length) return success(undefined);
    if (body.position < (this.#stated?.size ?? 0)) return failure(this.#says('import.broke-off'));
    this.#endsAt(body.position);
    return success(undefined);
  }

  /** The server has nothing from `start` on. */
  async #pastTheEnd(answer: Answer, start: number): Promise<Result<'part'>> {
    await answer.cancel();
    const size = parseTotal(answer.headers.get('content-range') ?? '');
    const stated = agreed(this.#stated ?? {}, { size });
    if (!stated) return failure(this.#says('import.changed'));
    this.#stated = stated;
    // Said without saying where the end is: all up to here was read, or nobody would ask for more.
    this.#endsAt(start);
    return success('part');
  }

  #endsAt(size: number): void {
    this.#stated = { ...this.#stated, size: this.#stated?.size ?? size };
  }

  #says(id: 'import.range-differs' | 'import.changed' | 'import.broke-off'): Message {
    const { file, host } = this.#address;
    return message(id, { file, host });
  }
}

const isBroken = ({ id }: Message): boolean => id === 'import.broke-off' || id === 'import.unreachable';
