/**
 * Where a painting goes on when it is prepared again: from where it stands, from a picture that was kept, or
 * from the beginning; and the pictures that were kept for that.
 */
import { type Checkpoint, Checkpoints } from './checkpoints.ts';
import { iterationOf } from './history.ts';

export class WayBack {
  readonly checkpoints: Checkpoints;
  #from: Checkpoint | undefined;
  #fresh = false;
  #copied: Checkpoint | undefined;

  /** @param budget Bytes for checkpoints. */
  constructor(budget: number) {
    this.checkpoints = new Checkpoints(budget);
  }

  /** The one that it is to go on from. */
  get from(): Checkpoint | undefined {
    return this.#from;
  }

  /** It is to begin again. */
  get fresh(): boolean {
    return this.#fresh;
  }

  /** Begins again, whatever was asked before. */
  begin(): void {
    this.#from = undefined;
    this.#fresh = true;
  }

  /** Begins again, unless a checkpoint was asked for that fits. */
  freshen(): void {
    this.#fresh = true;
  }

  goTo(checkpoint: Checkpoint): void {
    this.#from = checkpoint;
    this.#fresh = false;
    this.#copied = checkpoint;
  }

  /** The painting is gone: on from the newest copy that there is. */
  lose(): void {
    this.#from ??= this.#fresh ? undefined : this.#copied;
    this.#fresh = !this.#from;
  }

  /** What came after `iteration` is not good: on from the newest that is. */
  retreat(iteration: number): void {
    const isGood = ({ history }: Checkpoint) => iterationOf(history) <= iteration;
    const copied = this.#copied;
    this.#from = copied && isGood(copied) ? copied : this.checkpoints.all.findLast(isGood);
    this.#fresh = !this.#from;
  }

  /** A painting stands on `copied`, which is all that is kept of it. */
  standOn(copied: Checkpoint | undefined): void {
    this.#copied = copied;
  }

  /** It has gone on. */
  arrived(): void {
    this.#fresh = false;
    this.#from = undefined;
  }

  /** A newer copy of what is painted, unless something else is to be painted. */
  remember(checkpoint: Checkpoint): void {
    if (!this.#from && !this.#fresh) this.#copied = checkpoint;
  }
}
