/**
 * Keys by content, as far as content is known by now. A value's key is made of its op and its inputs' keys
 * (rule R1), but where the numbers of a small value were computed and looked at, the key is theirs: whatever
 * way they came about, what depends on them has not changed. So a style image that is exchanged for one with
 * the same Gram matrix recomputes nothing behind it.
 */
import { type Key, keyOver } from '../ir/key.ts';
import { reachable } from '../ir/reachable.ts';
import type { Value } from '../ir/value.ts';

export interface KnownContents {
  /** The key of the numbers that were found where `structural` led, if it was looked at. */
  numbersAt(structural: Key): Key | undefined;
  /** The key of what an optimiser has arrived at: its whole history, not only its plan. */
  outcome(value: Value): Key | undefined;
}

export class ContentKeys {
  readonly #known: KnownContents;
  readonly #structural = new Map<Value, Key>();

  constructor(known: KnownContents) {
    this.#known = known;
  }

  of(value: Value): Key {
    const structural = this.structural(value);
    return this.#known.numbersAt(structural) ?? structural;
  }

  /** The key by op and inputs alone, the inputs' own numbers used where they are known. */
  structural(value: Value): Key {
    const before = this.#structural.get(value);
    if (before) return before;
    for (const next of reachable([value])) {
      if (this.#structural.has(next)) continue;
      const named = next.op.name === 'outcome' ? this.#known.outcome(next) : undefined;
      this.#structural.set(next, named ?? keyOver(next, operand => this.of(operand)));
    }
    return this.#structural.get(value) ?? '';
  }
}
