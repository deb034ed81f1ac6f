/** How far an import is: bytes that came, of those that have to. */

/** `total` is known once the file has said what is in it. */
export type OnProgress = (received: number, total?: number) => void;

export class Progress {
  readonly #onProgress: OnProgress | undefined;
  #received = 0;
  #total: number | undefined;

  constructor(onProgress?: OnProgress) {
    this.#onProgress = onProgress;
  }

  /** From here on `bytes` will come. What came before, such as a header, told so and does not count. */
  readonly expect = (bytes: number): void => {
    this.#received = 0;
    this.#total = bytes;
    this.#onProgress?.(0, bytes);
  };

  readonly add = (count: number): void => {
    // What a broken connection brought twice is reported once.
    this.#received = Math.min(this.#received + count, this.#total ?? Number.POSITIVE_INFINITY);
    this.#onProgress?.(this.#received, this.#total);
  };
}
