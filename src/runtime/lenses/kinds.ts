/** Every kind of lens: what it is asked, what it tells, and who measures it. */
import { type BalanceReading, type BalanceWish, balance } from './balance.ts';
import { type GramReading, type GramWish, gram } from './gram.ts';
import type { Lens } from './lens.ts';
import { type PullReading, type PullWish, pull } from './pull.ts';

/** A kind's wish, and its reading. */
export interface LensKinds {
  readonly balance: readonly [BalanceWish, BalanceReading];
  readonly pull: readonly [PullWish, PullReading];
  readonly gram: readonly [GramWish, GramReading];
}

export type LensKind = keyof LensKinds;

export type WishOf<K extends LensKind> = { readonly kind: K } & LensKinds[K][0];
export type ReadingOf<K extends LensKind> = LensKinds[K][1];

export type LensWish = { [K in LensKind]: WishOf<K> }[LensKind];
export type LensReading = { [K in LensKind]: ReadingOf<K> }[LensKind];

export const lenses: { readonly [K in LensKind]: Lens<LensKinds[K][0], ReadingOf<K>> } = {
  balance,
  pull,
  gram,
};
