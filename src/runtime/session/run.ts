/**
 * One optimiser at work: what it needs is computed through the cache, then it paints, unit by unit, until its
 * count is full; an edit is taken up between two units. A unit is a generator, so that a pause or an edit
 * finds it between two steps of the plan (rule R10), and what it has not finished leaves no trace.
 */
import type * as tf from '@tensorflow/tfjs-core';
import type { NodeId } from '../../graph/document.ts';
import type { Problem } from '../../graph/problem.ts';
import type { Pause } from '../cache/compute.ts';
import type { Stage } from '../compile/plan.ts';
import type { HostTensor } from '../execute/resources.ts';
import type { Key } from '../ir/key.ts';
import type { Checkpoint, Checkpoints } from './checkpoints.ts';
import { Easel } from './easel.ts';
import type { RunState } from './events.ts';
import { historyKey } from './history.ts';
import type { Painting } from './painting.ts';
import type { RunSurroundings } from './run-surroundings.ts';
import { unit } from './unit.ts';

export class Run {
  readonly #easel: Easel;

  constructor(
    optimiser: NodeId,
    stages: readonly Stage[],
    around: RunSurroundings,
    checkpointBudget: number,
  ) {
    this.#easel = new Easel(optimiser, stages, around, checkpointBudget);
  }

  get optimiser(): NodeId {
    return this.#easel.optimiser;
  }

  get state(): RunState {
    return this.#easel.pace.state;
  }

  get checkpoints(): Checkpoints {
    return this.#easel.wayBack.checkpoints;
  }

  /** Of the scale that is painted now. */
  get stage(): Stage {
    return this.#easel.stage;
  }

  /** All of its stages, in their order. */
  get stages(): readonly Stage[] {
    return this.#easel.stages;
  }

  /** What it failed by, until it is tried again. */
  get problem(): Problem | undefined {
    return this.state === 'failed' ? this.#easel.problem : undefined;
  }

  /** Whether it was edited on the way: the document alone does not repeat it. */
  get mixed(): boolean {
    return this.#easel.mixed;
  }

  get iteration(): number {
    return this.#easel.iteration;
  }

  /** The key of the picture that it has arrived at; undefined while it has not. */
  get outcomeKey(): Key | undefined {
    return this.state === 'done' && this.#easel.painting
      ? historyKey(this.#easel.painting.history)
      : undefined;
  }

  /** What is painted, for whoever looks; undefined before there is a picture. */
  get painting(): Painting | undefined {
    return this.#easel.painting;
  }

  /** The key of the picture as it is now, on its way; undefined before there is one. */
  get pictureKey(): Key | undefined {
    return this.#easel.painting && historyKey(this.#easel.painting.history);
  }

  /** Whether {@link unit} has something to do. */
  get isRunnable(): boolean {
    if (this.state === 'preparing' || this.state === 'running') return true;
    // What was submitted before the pause is still to be told.
    return this.state === 'paused' && (this.#easel.painting?.unread ?? 0) > 0;
  }

  /** How many tensors it owns itself, and their bytes: what its loop carries and is fed. */
  get held(): { readonly tensors: number; readonly bytes: number } {
    return this.#easel.painting?.held ?? { tensors: 0, bytes: 0 };
  }

  /** The graph was compiled again: at the next unit it looks what that means for it. */
  adopt(stages: readonly Stage[]): void {
    this.#easel.stages = stages;
    this.#easel.isGrowing = false;
    this.#easel.pace.enter('preparing');
  }

  /** It needs another optimiser's result, which is not there (any more). */
  wait(): void {
    this.#easel.pace.wait();
  }

  /** What it waited for is there. */
  wake(): void {
    this.#easel.pace.wake();
  }

  /** Live numbers have changed. The next iteration reads them; a painting that was finished goes on. */
  touch(): void {
    if (!this.#easel.painting || this.state === 'waiting') return;
    if (this.#easel.around.afterEdit() === 'restart' && this.iteration > 0) {
      this.#easel.wayBack.freshen();
      this.#easel.pace.prepareAgain();
    } else if (this.state === 'failed') {
      this.#easel.pace.prepareAgain();
    } else if (this.state === 'done') {
      this.#easel.until = this.iteration + this.#easel.stage.iterations;
      this.#easel.pace.goOn();
    }
  }

  play(): void {
    this.#easel.alone = undefined;
    this.#easel.pace.play();
  }

  /** Stops between two steps, also in the middle of what is computed before it paints. */
  pause(): void {
    this.#easel.pace.pause();
  }

  /** Paints one more iteration, then pauses. */
  step(): void {
    this.#easel.alone = undefined;
    this.#paint(1);
  }

  /**
   * Paints one more step that only `terms` move, by their names, then pauses. What was painted before is kept.
   *
   * @returns The checkpoint that leads back; undefined where there is no picture yet.
   */
  async stepAlone(terms: readonly string[]): Promise<string | undefined> {
    this.pause();
    const before = await this.copy();
    if (!before || !this.#easel.painting) return undefined;
    this.#easel.keep(before);
    this.#easel.alone = new Set(terms);
    // Where the next iterate is only a trial, a step is seen when it was taken.
    this.#paint(this.stage.rule.shown === undefined ? 1 : 2);
    return before.id;
  }

  /** Begins again, as the document says. */
  restart(): void {
    this.#easel.alone = undefined;
    this.#easel.isGrowing = false;
    this.#easel.wayBack.begin();
    this.#easel.pace.playOnceReady();
    this.#easel.pace.prepareAgain();
  }

  /** Goes to a picture on the way; what is painted from there is a branch. */
  goTo(checkpoint: Checkpoint): void {
    this.#easel.alone = undefined;
    this.#easel.isGrowing = false;
    this.#easel.wayBack.goTo(checkpoint);
    this.#easel.pace.prepareAgain();
  }

  /** The device is gone, and every tensor with it: on the next one it goes on from the newest copy that there is. */
  loseDevice(): void {
    this.dispose();
    this.#easel.isGrowing = false;
    this.#easel.wayBack.lose();
    this.#easel.pace.prepareAgain();
  }

  /** All that it takes to go on from here, read beside the loop; undefined while there is nothing to go on from. */
  async copy(): Promise<Checkpoint | undefined> {
    const painting = this.#easel.painting;
    if (this.#easel.wayBack.from || this.#easel.wayBack.fresh || !painting) return this.#easel.wayBack.from;
    const checkpoint = await this.#easel.copying.sound(painting);
    if (checkpoint) this.#easel.remember(checkpoint, painting);
    return checkpoint;
  }

  /** One unit of work: computing what is needed, or one iteration. Never throws. */
  unit(): Generator<Pause, void> {
    return unit(this.#easel);
  }

  /** The picture as it is shown; owned by the caller. Undefined before there is one. */
  show(): tf.Tensor | undefined {
    return this.#easel.show();
  }

  /** The picture as it is shown now, read beside the loop; the last good one where it has failed. */
  async look(): Promise<HostTensor | undefined> {
    if (this.state === 'failed') return this.#easel.wayBack.from?.carried.picture;
    const shown = this.show();
    return shown && this.#easel.copying.read(shown);
  }

  /** Resolves when everything that is being read back was told. */
  told(): Promise<void> {
    return this.#easel.copying.done();
  }

  dispose(): void {
    this.#easel.painting?.dispose();
    this.#easel.painting = undefined;
  }

  #paint(iterations: number): void {
    const until = this.iteration + iterations;
    this.#easel.pace.playUpTo(until);
    if (this.state !== 'done') return;
    this.#easel.until = until;
    this.#easel.pace.enter('running');
  }
}
