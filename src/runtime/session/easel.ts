/**
 * What stands before a run: the painting, its scale, how far it is to go, and where it would go on from. The
 * run's commands and its units of work both work on it.
 */
import type * as tf from '@tensorflow/tfjs-core';
import type { NodeId } from '../../graph/document.ts';
import type { Problem } from '../../graph/problem.ts';
import type { Stage } from '../compile/plan.ts';
import { type Checkpoint, factsOf } from './checkpoints.ts';
import { Copying } from './copying.ts';
import { isMixed } from './history.ts';
import { Pace } from './pace.ts';
import type { Painting } from './painting.ts';
import type { RunSurroundings } from './run-surroundings.ts';
import { endOf, firstOf, scaleFacts } from './scales-of-run.ts';
import { WayBack } from './way-back.ts';

export class Easel {
  readonly optimiser: NodeId;
  readonly around: RunSurroundings;
  readonly pace: Pace;
  readonly wayBack: WayBack;
  readonly copying = new Copying();
  /** One for each scale, the smallest first; most have but one. */
  stages: readonly Stage[];
  /** Of the scale that is painted now. */
  stage: Stage;
  /** The scale that was painted is done: the next one is to be prepared. */
  isGrowing = false;
  painting: Painting | undefined;
  /** The iteration with which the last scale ends. */
  until: number;
  /** The terms that alone move the next iterations, by their names. */
  alone: ReadonlySet<string> | undefined;
  /** What it failed by last. */
  problem: Problem | undefined;

  constructor(
    optimiser: NodeId,
    stages: readonly Stage[],
    around: RunSurroundings,
    checkpointBudget: number,
  ) {
    this.optimiser = optimiser;
    this.pace = new Pace(() => this.#tellState());
    this.wayBack = new WayBack(checkpointBudget);
    this.around = around;
    this.stages = stages;
    this.stage = firstOf(stages);
    this.until = this.stage.scale.total;
  }

  /** How many iterations are painted. */
  get iteration(): number {
    return this.painting?.iteration ?? 0;
  }

  /** The iteration with which the present scale ends. */
  get end(): number {
    return endOf(this.stage, this.until);
  }

  /** Whether the painting was edited on the way: the document alone does not repeat it. */
  get mixed(): boolean {
    return this.painting ? isMixed(this.painting.history) : false;
  }

  /** The picture as it is shown; owned by the caller. Undefined before there is one. */
  show(): tf.Tensor | undefined {
    return this.painting?.show();
  }

  /** Keeps a picture on the way, and tells of it. */
  keep(checkpoint: Checkpoint): void {
    const { optimiser } = this;
    this.wayBack.checkpoints.keep(checkpoint);
    this.around.tell({ type: 'checkpoint', optimiser, checkpoint: factsOf(checkpoint) });
  }

  /** Unless it was gone back or begun again while the copy was being read. */
  remember(checkpoint: Checkpoint, painting: Painting): void {
    if (this.painting === painting) this.wayBack.remember(checkpoint);
  }

  #tellState(): void {
    const { optimiser, iteration, mixed, until } = this;
    const { state } = this.pace;
    const scale = scaleFacts(this.stage, this.stages, this.end);
    this.around.tell({ type: 'run', optimiser, state, iteration, until, mixed, ...(scale && { scale }) });
  }
}
