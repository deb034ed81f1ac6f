import type { Value } from './value.ts';

/**
 * A small whole number for each value of one program, 0 for most: what a Map would do, at the price of an
 * array. Kept between walks by whoever walks often, and wiped after each for as much as it was written.
 */
export class ValueNumbers {
  #numbers = new Int32Array(1024);
  readonly #written: number[] = [];

  get({ id }: Value): number {
    return this.#numbers[id] ?? 0;
  }

  set({ id }: Value, number: number): void {
    if (id >= this.#numbers.length) {
      const grown = new Int32Array(2 * id);
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    this.#numbers[id] = number;
    this.#written.push(id);
  }

  wipe(): void {
    for (const id of this.#written) this.#numbers[id] = 0;
    this.#written.length = 0;
  }
}
