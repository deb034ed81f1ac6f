/**
 * Whether a run goes on: the state that it is in, and what a person has asked of it. What the states mean for a
 * painting is the run's business; here is how play, pause and step lead from one to another.
 */
import type { RunState } from './events.ts';

export class Pace {
  readonly #entered: () => void;
  #state: RunState = 'preparing';
  #playing = true;
  /** What a pause interrupted. */
  #pausedIn: 'running' | 'preparing' = 'running';
  #stopAt: number | undefined;

  /** @param entered Called after each change of state. */
  constructor(entered: () => void) {
    this.#entered = entered;
  }

  get state(): RunState {
    return this.#state;
  }

  enter(state: RunState): void {
    this.#state = state;
    this.#entered();
  }

  /** Its next unit is `what`, unless somebody has paused it. */
  goOn(what: 'running' | 'preparing' = 'running'): void {
    this.#pausedIn = what;
    this.enter(this.#playing ? what : 'paused');
  }

  prepareAgain(): void {
    if (this.#state !== 'waiting') this.enter('preparing');
  }

  wait(): void {
    if (this.#state !== 'waiting') this.enter('waiting');
  }

  wake(): void {
    if (this.#state === 'waiting') this.enter('preparing');
  }

  play(): void {
    this.#playing = true;
    this.#stopAt = undefined;
    if (this.#state === 'paused') this.enter(this.#pausedIn);
    if (this.#state === 'failed') this.prepareAgain();
  }

  /** Goes on when it is prepared, whatever was asked before. */
  playOnceReady(): void {
    this.#playing = true;
  }

  pause(): void {
    this.#playing = false;
    if (this.#state !== 'running' && this.#state !== 'preparing') return;
    this.#pausedIn = this.#state;
    this.enter('paused');
  }

  /** Goes on up to `iteration`, and pauses there. */
  playUpTo(iteration: number): void {
    this.play();
    this.#stopAt = iteration;
  }

  /** Pauses where {@link playUpTo} has said so. */
  stopIfAsked(iteration: number): void {
    if (this.#state === 'done' || this.#stopAt === undefined || iteration < this.#stopAt) return;
    this.#stopAt = undefined;
    this.pause();
  }
}
