/**
 * The newest copy of every painting, kept in the page: what a fresh worker goes on from after a crash, and what
 * a page saves so that a reload loses nothing. Copies are asked for when a painting comes to rest, and now
 * and then while it paints.
 */
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import type { Checkpoints, HostEvent } from './protocol.ts';

export interface CopyKeeperOptions {
  /** The paintings that have moved since it was last asked. */
  readonly ask: () => Promise<Checkpoints>;
  readonly onKept: (optimisers: readonly NodeId[]) => void;
  /** So many milliseconds at least lie between two copies of a painting under way. */
  readonly every: number;
  readonly now: () => number;
}

export class CopyKeeper {
  readonly #options: CopyKeeperOptions;
  #kept: Checkpoints = {};
  #askedAt = Number.NEGATIVE_INFINITY;
  #isAsking = false;
  #asksAgain = false;
  /** Counts beginnings: what was asked for before one is of a painting that is no more. */
  #beginning = 0;

  constructor(options: CopyKeeperOptions) {
    this.#options = options;
  }

  get kept(): Checkpoints {
    return this.#kept;
  }

  hear(event: HostEvent): void {
    if (event.type === 'run' && (event.state === 'paused' || event.state === 'done')) this.#ask();
    else if (event.type === 'iteration' && this.#options.now() - this.#askedAt >= this.#options.every)
      this.#ask();
  }

  /** These were brought from elsewhere. */
  bring(checkpoints: Checkpoints): void {
    this.#kept = { ...this.#kept, ...checkpoints };
  }

  /** An optimiser, or all of them, begins again. */
  forget(optimiser?: NodeId): void {
    this.#beginning += 1;
    this.#keepOnly(node => optimiser !== undefined && node !== optimiser);
  }

  /** Optimisers that are in the document no more have nothing to go on with. */
  follow({ nodes }: GraphDocument): void {
    this.#keepOnly(node => nodes[node] !== undefined);
  }

  #keepOnly(isKept: (node: NodeId) => boolean): void {
    this.#kept = Object.fromEntries(Object.entries(this.#kept).filter(([node]) => isKept(node)));
  }

  async #ask(): Promise<void> {
    this.#asksAgain = this.#isAsking;
    if (this.#isAsking) return;
    this.#isAsking = true;
    this.#askedAt = this.#options.now();
    const beginning = this.#beginning;
    try {
      const copies = await this.#options.ask();
      if (beginning === this.#beginning) this.bring(copies);
      const optimisers = Object.keys(copies);
      if (optimisers.length > 0) this.#options.onKept(optimisers);
    } catch {
      // The worker is gone; its successor is asked anew.
    }
    this.#isAsking = false;
    if (this.#asksAgain) this.#ask();
  }
}
