/**
 * Events on their way to the page. What is told while a batch is under way waits for the page to have heard
 * it, and goes in one piece then: a page that is busy, or hidden, finds one message and not a thousand. What
 * only the newest state of is of interest to anybody is kept once, and of a page's long absence only every
 * second, fourth, … iteration is remembered.
 */
import type { Batch, HostEvent } from './protocol.ts';

/** So many events wait at most, before iterations are thinned. */
const most = 1024;

export class Outbox {
  readonly #post: (batch: Batch) => void;
  #waiting: HostEvent[] = [];
  #thinAt = most;
  #number = 0;
  #isUnderWay = false;
  #isDue = false;

  constructor(post: (batch: Batch) => void) {
    this.#post = post;
  }

  /** How many batches were sent. */
  get batches(): number {
    return this.#number;
  }

  tell(event: HostEvent): void {
    if (states.has(event.type)) this.#tellState(event);
    else this.#waiting.push(event);
    if (this.#waiting.length > this.#thinAt) {
      this.#waiting = thinned(this.#waiting);
      this.#thinAt = Math.max(most, 2 * this.#waiting.length);
    }
    this.#sendSoon();
  }

  /** The page has heard all batches up to this one. */
  heard(batch: number): void {
    if (batch < this.#number) return;
    this.#isUnderWay = false;
    this.#sendSoon();
  }

  #tellState(event: HostEvent): void {
    const older = this.#waiting.findIndex(({ type }) => type === event.type);
    const [before] = older >= 0 ? this.#waiting.splice(older, 1) : [];
    this.#waiting.push(before ? merged(before, event) : event);
  }

  /** What is told in one breath goes in one batch. */
  #sendSoon(): void {
    if (this.#isUnderWay || this.#isDue || this.#waiting.length === 0) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      this.#isUnderWay = true;
      this.#number += 1;
      this.#post({ number: this.#number, events: this.#waiting.splice(0) });
    });
  }
}

/** Events of these types are states: a newer one says all that an older one did. */
const states: ReadonlySet<HostEvent['type']> = new Set(['nodes', 'wires', 'notes', 'memory', 'backend']);

/** Reports of nodes that have not changed since are still news to the page. */
const merged = (older: HostEvent, newer: HostEvent): HostEvent =>
  older.type === 'nodes' && newer.type === 'nodes'
    ? { type: 'nodes', reports: { ...older.reports, ...newer.reports } }
    : newer;

/** Without every second iteration of each optimiser. */
function thinned(waiting: readonly HostEvent[]): HostEvent[] {
  const isOdd = new Map<string, boolean>();
  return waiting.filter(event => {
    if (event.type !== 'iteration') return true;
    const odd = !isOdd.get(event.optimiser);
    isOdd.set(event.optimiser, odd);
    return !odd;
  });
}
