/** The page's side of its lenses: which are open, and who hears what they see. */
import type { LensKind, LensReading, LensWish, ReadingOf, WishOf } from '../lenses/kinds.ts';
import type { LensReport } from '../lenses/open-lenses.ts';
import type { Remote } from './connection.ts';

/** What a lens has to tell. */
export type LensNews<Reading> =
  | { readonly type: 'reading'; readonly reading: Reading }
  | Exclude<LensReport, { readonly type: 'reading' }>;

/** A lens that is open. */
export interface OpenLens<Wish> {
  /** Has it look at something else. */
  change(wish: Wish): void;
  close(): void;
}

interface Line {
  wish: LensWish;
  readonly hear: (news: LensNews<LensReading>) => void | Promise<void>;
}

export class LensLines {
  readonly #do: (command: (remote: Remote) => Promise<unknown>) => void;
  readonly #lines = new Map<number, Line>();
  #count = 0;

  /** @param perform Has the worker that is there do something. */
  constructor(perform: (command: (remote: Remote) => Promise<unknown>) => void) {
    this.#do = perform;
  }

  /** @param hear The lens looks again when this has returned, or what it gave is settled. */
  open<K extends LensKind>(
    wish: WishOf<K>,
    hear: (news: LensNews<ReadingOf<K>>) => void | Promise<void>,
  ): OpenLens<WishOf<K>> {
    this.#count += 1;
    const lens = this.#count;
    const line: Line = { wish: wish as LensWish, hear: hear as Line['hear'] };
    this.#lines.set(lens, line);
    this.#do(remote => remote.openLens(lens, line.wish));
    return {
      change: next => {
        line.wish = next as LensWish;
        this.#do(remote => remote.openLens(lens, line.wish));
      },
      close: () => {
        if (this.#lines.delete(lens)) this.#do(remote => remote.closeLens(lens));
      },
    };
  }

  /** Opens all of them anew, in a worker that has just begun. */
  async begin(remote: Remote): Promise<void> {
    for (const [lens, { wish }] of this.#lines) await remote.openLens(lens, wish);
  }

  async measured(remote: Remote, report: LensReport): Promise<void> {
    const line = this.#lines.get(report.lens);
    try {
      await line?.hear(report as LensNews<LensReading>);
    } finally {
      if (!remote.$closed) remote.lensTaken.asEvent(report.lens);
    }
  }
}
