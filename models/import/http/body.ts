/**
 * The one long answer of a server that gives whole files only. A cursor goes forward through it and holds no
 * more than the piece that is wanted.
 */
import { type Result, success } from '../../../src/language/result.ts';
import type { Answer } from './answer.ts';

export class Body {
  readonly #answer: Answer;
  #chunk: Uint8Array = new Uint8Array();
  /** Of the next byte that it gives. */
  position = 0;

  constructor(answer: Answer) {
    this.#answer = answer;
  }

  /** Drops bytes up to `position`; fewer where the body ends before. */
  async skipTo(position: number, onBytes: (count: number) => void): Promise<Result<undefined>> {
    while (this.position < position) {
      const taken = await this.#take(position - this.position);
      if (!taken.ok) return taken;
      if (taken.value.length === 0) break;
      onBytes(taken.value.length);
    }
    return success(undefined);
  }

  /** Fills `target` from the front and says how far it came: not to its end where the body ends before. */
  async fill(target: Uint8Array, onBytes: (count: number) => void): Promise<Result<number>> {
    let filled = 0;
    while (filled < target.length) {
      const taken = await this.#take(target.length - filled);
      if (!taken.ok) return taken;
      if (taken.value.length === 0) break;
      target.set(taken.value, filled);
      filled += taken.value.length;
      onBytes(taken.value.length);
    }
    return success(filled);
  }

  close(): Promise<void> {
    return this.#answer.cancel();
  }

  /** At least one byte and at most `most`; none at the end. */
  async #take(most: number): Promise<Result<Uint8Array>> {
    while (this.#chunk.length === 0) {
      const next = await this.#answer.next();
      if (!next.ok) return next;
      if (!next.value) return success(this.#chunk);
      this.#chunk = next.value;
    }
    const taken = this.#chunk.subarray(0, most);
    this.#chunk = this.#chunk.subarray(most);
    this.position += taken.length;
    return success(taken);
  }
}
