/**
 * The lenses that a page has open. One looks at a time, between two iterations, and no more often than the page
 * takes what was seen, or than a painting can spare: after each look the loop has the device to itself for four
 * times as long. While none is open, nothing is done.
 */
import type { Message } from '../../language/message.ts';
import type { Pause } from '../cache/compute.ts';
import { problemOf } from '../execute/blame.ts';
import { readBack } from '../execute/host-tensor.ts';
import { Beside } from '../session/beside.ts';
import { type LensReading, type LensWish, lenses } from './kinds.ts';
import type { Lens, Sent, Taken } from './lens.ts';
import type { LensGround } from './lens-ground.ts';

/** What is told of the lens that the page calls by `lens`. */
export type LensReport = { readonly lens: number } & (
  | { readonly type: 'reading'; readonly reading: LensReading }
  /** There is nothing to be seen now. */
  | { readonly type: 'nothing' }
  | { readonly type: 'failed'; readonly reason: Message }
);

export interface OpenLensesOptions {
  readonly ground: () => LensGround | undefined;
  /** Sends it to the page, which answers with {@link OpenLenses.taken}. */
  readonly send: (report: LensReport, transfer: readonly ArrayBuffer[]) => void;
  /** There may be something to look at again. */
  readonly wake: () => void;
  readonly now?: () => number;
}

interface Opened {
  readonly id: number;
  readonly wish: LensWish;
  /** The moment that it looked at last; undefined before the first look. */
  seen: string | undefined;
  /** Something is being read, or was sent and is not taken. */
  underWay: boolean;
}

/** While something is painted, a lens looks at most every so many milliseconds. */
const interval = 200;

/** So many times as long as a look has taken, none follows. */
const sparing = 4;

const nothing = 'nothing';

export class OpenLenses {
  readonly #options: OpenLensesOptions;
  readonly #now: () => number;
  readonly #open = new Map<number, Opened>();
  readonly #beside = new Beside();
  #restsUntil = Number.NEGATIVE_INFINITY;
  #looks = 0;

  constructor(options: OpenLensesOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
  }

  /** How many looks were begun, of all lenses together. */
  get looks(): number {
    return this.#looks;
  }

  /** Opens the lens that the page calls by `id`, or has it look at something else. */
  open(id: number, wish: LensWish): void {
    const before = this.#open.get(id);
    this.#open.delete(id);
    this.#open.set(id, { id, wish, seen: undefined, underWay: before?.underWay ?? false });
    this.#options.wake();
  }

  close(id: number): void {
    this.#open.delete(id);
  }

  /** The page has taken what was seen, and may be sent more. */
  taken(id: number): void {
    const opened = this.#open.get(id);
    if (!opened) return;
    opened.underWay = false;
    this.#options.wake();
  }

  /** The device is gone: everything is to be looked at again. */
  forget(): void {
    for (const opened of this.#open.values()) opened.seen = undefined;
  }

  /** @param isBusy Something is painted, which a lens should not slow. */
  isDue(isBusy: boolean): boolean {
    if (this.#open.size === 0 || (isBusy && this.#now() < this.#restsUntil)) return false;
    return this.#next() !== undefined;
  }

  /** One look, step by step. Abandoned on the way, it leaves no trace. */
  *look(): Generator<Pause, void> {
    const next = this.#next();
    if (!next) return;
    const { opened, moment, ground } = next;
    // The next in turn is the one that has waited longest.
    this.#open.delete(opened.id);
    this.#open.set(opened.id, opened);
    opened.seen = moment;
    opened.underWay = true;
    if (moment === nothing) {
      this.#options.send({ lens: opened.id, type: 'nothing' }, []);
      return;
    }
    const begun = this.#now();
    this.#looks += 1;
    let isDone = false;
    try {
      const taken = yield* lensOf(opened.wish).measure(opened.wish, ground);
      isDone = true;
      this.#read(opened, taken, begun);
    } catch (error) {
      isDone = true;
      this.#fail(opened, error);
    } finally {
      if (!isDone) Object.assign(opened, { seen: undefined, underWay: false });
    }
  }

  /** Resolves when all that was being read back was sent. */
  told(): Promise<void> {
    return this.#beside.done();
  }

  #read(opened: Opened, { tensors, read }: Taken<LensReading>, begun: number): void {
    // Until it is read nobody knows how long the device was at it.
    this.#restsUntil = Number.POSITIVE_INFINITY;
    const reading = Promise.all(tensors.map(readBack)).then(
      numbers => this.#send(opened, read(numbers)),
      error => this.#fail(opened, error),
    );
    const ended = reading.finally(() => {
      const now = this.#now();
      this.#restsUntil = now + Math.max(interval, sparing * (now - begun));
    });
    this.#beside.read(tensors, ended);
  }

  #send(opened: Opened, { reading, transfer = [] }: Sent<LensReading>): void {
    // It may look at something else by now: then what is on its way is taken as any, and is soon overtaken.
    if (!this.#open.has(opened.id)) return;
    this.#options.send({ lens: opened.id, type: 'reading', reading }, transfer);
  }

  #fail({ id }: Opened, error: unknown): void {
    if (!this.#open.has(id)) return;
    this.#options.send({ lens: id, type: 'failed', reason: problemOf(error).reason }, []);
  }

  /** The lens that has waited longest among those that have something else to see. */
  #next(): { readonly opened: Opened; readonly moment: string; readonly ground: LensGround } | undefined {
    const ground = this.#options.ground();
    if (!ground) return undefined;
    for (const opened of this.#open.values()) {
      if (opened.underWay) continue;
      const moment = lensOf(opened.wish).moment(opened.wish, ground) ?? nothing;
      if (moment !== opened.seen) return { opened, moment, ground };
    }
    return undefined;
  }
}

const lensOf = ({ kind }: LensWish): Lens<LensWish, LensReading> =>
  lenses[kind] as unknown as Lens<LensWish, LensReading>;
