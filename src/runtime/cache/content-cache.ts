/**
 * The owner of everything that was computed once: tensors by content key, kept after their graph has gone on
 * to something else, so that the way back is free (rule R4). What must go when the budget is full is what is
 * old × large ÷ dear to make again; what a loop is using is pinned and never goes.
 *
 * Weights, pictures and computed values are tiers with a share of the budget each. A tier may use what
 * others leave free, and is the first to give it back: a night of experiments with targets does not throw
 * out the encoder that all of them need.
 */
import type * as tf from '@tensorflow/tfjs-core';
import type { Key } from '../ir/key.ts';

export type Tier = 'weights' | 'images' | 'computed';

/** What part of the budget is each tier's own. */
const shares: Readonly<Record<Tier, number>> = { weights: 0.35, images: 0.15, computed: 0.5 };

interface Entry {
  readonly tensor: tf.Tensor;
  readonly bytes: number;
  readonly tier: Tier;
  /** What it took to make, in milliseconds. */
  readonly milliseconds: number;
  usedAt: number;
  pins: number;
}

export interface CacheCounts {
  readonly hits: number;
  readonly misses: number;
  readonly evictions: number;
}

export interface ContentCacheOptions {
  /** Bytes that unpinned and pinned tensors together should not exceed. */
  readonly budget: number;
  /** Milliseconds, from any beginning. */
  readonly now?: () => number;
}

export class ContentCache {
  readonly #entries = new Map<Key, Entry>();
  readonly #numbers = new Map<Key, Key>();
  readonly #now: () => number;
  readonly #bytes: Record<Tier, number> = { weights: 0, images: 0, computed: 0 };
  #counts = { hits: 0, misses: 0, evictions: 0 };
  #budget: number;

  constructor({ budget, now = () => performance.now() }: ContentCacheOptions) {
    this.#budget = budget;
    this.#now = now;
  }

  get counts(): CacheCounts {
    return { ...this.#counts };
  }

  get tensors(): number {
    return this.#entries.size;
  }

  get bytes(): number {
    return this.#bytes.weights + this.#bytes.images + this.#bytes.computed;
  }

  bytesOf(tier: Tier): number {
    return this.#bytes[tier];
  }

  get budget(): number {
    return this.#budget;
  }

  set budget(bytes: number) {
    this.#budget = bytes;
    this.#makeRoom();
  }

  has(key: Key): boolean {
    return this.#entries.has(key);
  }

  /** Bytes under `key`, 0 where there is nothing. */
  bytesAt(key: Key): number {
    return this.#entries.get(key)?.bytes ?? 0;
  }

  /** The tensor under `key`; it stays the cache's. Counts as a use. */
  get(key: Key): tf.Tensor | undefined {
    const entry = this.#entries.get(key);
    if (entry) entry.usedAt = this.#now();
    return entry?.tensor;
  }

  /** Asks for `key` before computing it: a hit or a miss. */
  look(key: Key): boolean {
    const there = this.get(key) !== undefined;
    if (there) this.#counts.hits += 1;
    else this.#counts.misses += 1;
    return there;
  }

  /** Hands a tensor over. Where the key is taken already, the tensor that is there stays. */
  put(key: Key, tensor: tf.Tensor, tier: Tier, milliseconds: number): void {
    if (this.#entries.has(key)) {
      tensor.dispose();
      return;
    }
    const bytes = 4 * tensor.size;
    this.#entries.set(key, { tensor, bytes, tier, milliseconds, usedAt: this.#now(), pins: 0 });
    this.#bytes[tier] += bytes;
    this.#makeRoom(key);
  }

  /** Moves what is under `from` to `to`; where `to` is taken, the tensor that is there stays, with its uses. */
  rename(from: Key, to: Key): void {
    const entry = this.#entries.get(from);
    if (!entry || from === to) return;
    this.#entries.delete(from);
    const there = this.#entries.get(to);
    if (there) {
      this.#bytes[entry.tier] -= entry.bytes;
      entry.tensor.dispose();
      return;
    }
    this.#entries.set(to, entry);
  }

  /** Keeps what is under `keys`, however full it gets, until the returned function is called. */
  pin(keys: Iterable<Key>): () => void {
    const pinned = [...keys].flatMap(key => this.#entries.get(key) ?? []);
    for (const entry of pinned) entry.pins += 1;
    let released = false;
    return () => {
      if (released) return;
      released = true;
      for (const entry of pinned) {
        entry.pins -= 1;
        entry.usedAt = this.#now();
      }
      this.#makeRoom();
    };
  }

  /** The key of the numbers that a structural key led to. Remembered beyond the tensor itself: it is small. */
  numbersAt(structural: Key): Key | undefined {
    return this.#numbers.get(structural);
  }

  rememberNumbers(structural: Key, numbers: Key): void {
    this.#numbers.set(structural, numbers);
  }

  /** Frees all that is not pinned, as if the budget were 0. */
  clear(): void {
    for (const [key, { pins }] of this.#entries) if (pins === 0) this.#evict(key);
  }

  /** Frees everything, pinned or not: the device is going. */
  dispose(): void {
    for (const key of [...this.#entries.keys()]) this.#evict(key);
    this.#numbers.clear();
  }

  #makeRoom(newest?: Key): void {
    while (this.bytes > this.#budget) {
      const worst = this.#worst(newest);
      if (worst === undefined) return;
      this.#evict(worst);
      this.#counts.evictions += 1;
    }
  }

  /** The entry that is best missed: of the tiers above their share if any has one to give, else of any. */
  #worst(spared?: Key): Key | undefined {
    const now = this.#now();
    let worst: { readonly key: Key; readonly over: boolean; readonly score: number } | undefined;
    for (const [key, { bytes, tier, milliseconds, usedAt, pins }] of this.#entries) {
      if (pins > 0 || key === spared) continue;
      const over = this.#bytes[tier] > shares[tier] * this.#budget;
      const score = ((now - usedAt + 1) * bytes) / Math.max(milliseconds, 1e-3);
      if (!worst || (over && !worst.over) || (over === worst.over && score > worst.score)) {
        worst = { key, over, score };
      }
    }
    return worst?.key;
  }

  #evict(key: Key): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#bytes[entry.tier] -= entry.bytes;
    entry.tensor.dispose();
  }
}
