/**
 * One optimiser at work: what it needs is computed through the cache, then it paints, unit by unit, until its
 * count is full; an edit is taken up between two units. A unit is a generator, so that a pause or an edit
 * finds it between two steps of the plan (rule R10), and what it has not finished leaves no trace.
 */
import type * as tf from '@tensorflow/tfjs-core';
import type { NodeId } from '../../graph/document.ts';
import type { Problem } from '../../graph/problem.ts';
import { compute, type Pause } from '../cache/compute.ts';
import type { ContentCache } from '../cache/content-cache.ts';
import type { ResolvedParameters } from '../compile/live.ts';
import type { Stage } from '../compile/plan.ts';
import { problemOf } from '../execute/blame.ts';
import { allFinite, readBack } from '../execute/host-tensor.ts';
import { numbersOf } from '../execute/loop.ts';
import type { HostTensor } from '../execute/resources.ts';
import type { Key } from '../ir/key.ts';
import type { Value } from '../ir/value.ts';
import { Beside } from './beside.ts';
import { type Checkpoint, Checkpoints, checkpointId, factsOf, isMilestone, stateOf } from './checkpoints.ts';
import type { RunState, ScaleFacts, SessionEvent } from './events.ts';
import { historyKey, isMixed, iterationOf } from './history.ts';
import { Ground, Painting } from './painting.ts';
import { type AfterEdit, hasSameAim, untilNow, whereToGoOn } from './where-to-go-on.ts';

export interface RunSurroundings {
  readonly cache: ContentCache;
  readonly params: () => ResolvedParameters;
  readonly load: (leaf: Value) => tf.Tensor;
  readonly keep: () => ReadonlySet<Value>;
  readonly outcomeKey: (outcome: Value) => Key | undefined;
  readonly afterEdit: () => AfterEdit;
  readonly onRun: (value: Value, milliseconds: number) => void;
  readonly tell: (event: SessionEvent) => void;
  readonly wantsPicture: (optimiser: NodeId) => boolean;
  /** How many iterations may be under way before their loss is awaited. */
  readonly ahead: () => number;
}

/** What a result is worth to the cache, in milliseconds: nothing that can be computed is as dear as a painting. */
const dear = 1e6;

export class Run {
  readonly optimiser: NodeId;
  readonly checkpoints: Checkpoints;
  readonly #around: RunSurroundings;
  readonly #beside = new Beside();
  /** One for each scale, the smallest first; most have but one. */
  #stages: readonly Stage[];
  #stage: Stage;
  /** The scale that was painted is done: the next one is to be prepared. */
  #isGrowing = false;
  #painting: Painting | undefined;
  #until: number;
  #state: RunState = 'preparing';
  #playing = true;
  /** What a pause interrupted. */
  #pausedIn: 'running' | 'preparing' = 'running';
  #stopAt: number | undefined;
  #fresh = false;
  #resumeFrom: Checkpoint | undefined;
  /** The newest copy of what is painted now. */
  #copied: Checkpoint | undefined;
  #problem: Problem | undefined;

  constructor(
    optimiser: NodeId,
    stages: readonly Stage[],
    around: RunSurroundings,
    checkpointBudget: number,
  ) {
    this.optimiser = optimiser;
    this.checkpoints = new Checkpoints(checkpointBudget);
    this.#around = around;
    this.#stages = stages;
    this.#stage = firstOf(stages);
    this.#until = this.#stage.scale.total;
  }

  get state(): RunState {
    return this.#state;
  }

  /** Of the scale that is painted now. */
  get stage(): Stage {
    return this.#stage;
  }

  /** All of its stages, in their order. */
  get stages(): readonly Stage[] {
    return this.#stages;
  }

  /** What it failed by, until it is tried again. */
  get problem(): Problem | undefined {
    return this.#state === 'failed' ? this.#problem : undefined;
  }

  /** Whether it was edited on the way: the document alone does not repeat it. */
  get mixed(): boolean {
    return this.#painting ? isMixed(this.#painting.history) : false;
  }

  get iteration(): number {
    return this.#painting?.iteration ?? 0;
  }

  /** The key of the picture that it has arrived at; undefined while it has not. */
  get outcomeKey(): Key | undefined {
    return this.#state === 'done' && this.#painting ? historyKey(this.#painting.history) : undefined;
  }

  /** Whether {@link unit} has something to do. */
  get isRunnable(): boolean {
    if (this.#state === 'preparing' || this.#state === 'running') return true;
    // What was submitted before the pause is still to be told.
    return this.#state === 'paused' && (this.#painting?.unread ?? 0) > 0;
  }

  /** How many tensors it owns itself, and their bytes: what its loop carries and is fed. */
  get held(): { readonly tensors: number; readonly bytes: number } {
    return this.#painting?.held ?? { tensors: 0, bytes: 0 };
  }

  /** The graph was compiled again: at the next unit it looks what that means for it. */
  adopt(stages: readonly Stage[]): void {
    this.#stages = stages;
    this.#isGrowing = false;
    this.#enter('preparing');
  }

  /** It needs another optimiser's result, which is not there (any more). */
  wait(): void {
    if (this.#state !== 'waiting') this.#enter('waiting');
  }

  /** What it waited for is there. */
  wake(): void {
    if (this.#state === 'waiting') this.#enter('preparing');
  }

  /** Live numbers have changed. The next iteration reads them; a painting that was finished goes on. */
  touch(): void {
    if (!this.#painting || this.#state === 'waiting') return;
    if (this.#around.afterEdit() === 'restart' && this.iteration > 0) {
      this.#fresh = true;
      this.#prepareAgain();
    } else if (this.#state === 'failed') {
      this.#prepareAgain();
    } else if (this.#state === 'done') {
      this.#until = this.iteration + this.#stage.iterations;
      this.#pausedIn = 'running';
      this.#enter(this.#playing ? 'running' : 'paused');
    }
  }

  play(): void {
    this.#playing = true;
    this.#stopAt = undefined;
    if (this.#state === 'paused') this.#enter(this.#pausedIn);
    if (this.#state === 'failed') this.#prepareAgain();
  }

  /** Stops between two steps, also in the middle of what is computed before it paints. */
  pause(): void {
    this.#playing = false;
    if (this.#state !== 'running' && this.#state !== 'preparing') return;
    this.#pausedIn = this.#state;
    this.#enter('paused');
  }

  /** Paints one more iteration, then pauses. */
  step(): void {
    this.play();
    this.#stopAt = this.iteration + 1;
    if (this.#state !== 'done') return;
    this.#until = this.#stopAt;
    this.#enter('running');
  }

  /** Begins again, as the document says. */
  restart(): void {
    this.#isGrowing = false;
    this.#fresh = true;
    this.#resumeFrom = undefined;
    this.#playing = true;
    this.#prepareAgain();
  }

  /** Goes to a picture on the way; what is painted from there is a branch. */
  goTo(checkpoint: Checkpoint): void {
    this.#isGrowing = false;
    this.#resumeFrom = checkpoint;
    this.#fresh = false;
    this.#copied = checkpoint;
    this.#prepareAgain();
  }

  /** The device is gone, and every tensor with it: on the next one it goes on from the newest copy that there is. */
  loseDevice(): void {
    this.#painting?.dispose();
    this.#painting = undefined;
    this.#isGrowing = false;
    this.#resumeFrom ??= this.#fresh ? undefined : this.#copied;
    this.#fresh = !this.#resumeFrom;
    this.#prepareAgain();
  }

  /** All that it takes to go on from here, read beside the loop; undefined while there is nothing to go on from. */
  async copy(): Promise<Checkpoint | undefined> {
    const painting = this.#painting;
    if (this.#resumeFrom || this.#fresh || !painting) return this.#resumeFrom;
    const { tensors, reading } = painting.copy();
    this.#beside.read(tensors, reading);
    const checkpoint = await reading;
    // On a device that is ahead of what is read, an iteration that failed may not be known yet.
    if (!Object.values(checkpoint.carried).every(({ data }) => allFinite(data))) return undefined;
    this.#remember(checkpoint, painting);
    return checkpoint;
  }

  /** One unit of work: computing what is needed, or one iteration. Never throws. */
  *unit(): Generator<Pause, void> {
    try {
      if (this.#state === 'preparing') yield* this.#prepare();
      else yield* this.#paint();
    } catch (error) {
      yield* this.#fail(problemOf(error));
    }
  }

  /** The picture as it is shown; owned by the caller. Undefined before there is one. */
  show(): tf.Tensor | undefined {
    return this.#painting?.show();
  }

  /** The picture as it is shown now, read beside the loop; the last good one where it has failed. */
  async look(): Promise<HostTensor | undefined> {
    if (this.#state === 'failed') return this.#resumeFrom?.carried.picture;
    const shown = this.show();
    if (!shown) return undefined;
    const reading = readBack(shown);
    this.#beside.read([shown], reading);
    return reading;
  }

  /** Resolves when everything that is being read back was told. */
  told(): Promise<void> {
    return this.#beside.done();
  }

  dispose(): void {
    this.#painting?.dispose();
    this.#painting = undefined;
  }

  *#prepare(): Generator<Pause, void> {
    const stage = this.#stageToPrepare();
    const { cache, load, keep, outcomeKey, onRun, params, afterEdit } = this.#around;
    // What was painted before the edit is told first.
    const unsound = yield* this.#settle(0);
    if (unsound) {
      yield* this.#fail(unsound);
      return;
    }
    const computed = yield* compute(stage.once, { cache, load, keep: keep(), outcomeKey, onRun });
    // From here on there is no pause: either all of it is exchanged or nothing.
    const ground = new Ground(stage, computed, cache);
    const before = this.#painting;
    this.#stage = stage;
    if (this.#isGrowing && before) {
      this.#isGrowing = false;
      this.#painting = new Painting(ground, params, before.enlarge(stage));
      this.#goOn();
      return;
    }
    const sameAim = hasSameAim(ground, numbersOf(stage, params()), before);
    const from = whereToGoOn(ground, before, sameAim, {
      afterEdit: afterEdit(),
      fresh: this.#fresh,
      checkpoint: this.#resumeFrom,
    });
    if (!from && stage.scale.at > 1) {
      // It begins, and that is small.
      ground.release();
      this.#fresh = true;
      return;
    }
    this.#until = untilNow(ground, before, sameAim, { from, until: this.#until });
    const carriedOn = from === 'here' ? before?.release() : before?.dispose();
    let painting = new Painting(
      ground,
      params,
      (typeof from === 'object' ? stateOf(from) : carriedOn) ?? undefined,
    );
    if (from !== 'here') this.#copied = from;
    if (!from && !this.#fresh && stage.scale.of === 1) painting = this.#paintedBefore(ground, painting);
    this.#painting = painting;
    this.#fresh = false;
    this.#resumeFrom = undefined;
    if (painting.iteration < this.#end) {
      this.#goOn();
    } else {
      if (from !== 'here') this.#present();
      this.#endScale();
    }
  }

  #goOn(): void {
    this.#pausedIn = 'running';
    this.#enter(this.#playing ? 'running' : 'paused');
  }

  /** The iteration with which the present scale ends. */
  get #end(): number {
    const { scale, iterations } = this.#stage;
    return scale.at === scale.of ? this.#until : scale.after + iterations;
  }

  /** Of the scale at which it goes on, which is told by the size of the picture that there is; else the first. */
  #stageToPrepare(): Stage {
    const stages = this.#stages;
    const first = firstOf(stages);
    if (this.#isGrowing) return stages[this.#stage.scale.at] ?? first;
    if (this.#fresh) return first;
    const { shape } = this.#resumeFrom?.carried.picture ?? this.#painting?.ground.stage ?? first;
    return stages.find(stage => stage.shape.join() === shape.join()) ?? first;
  }

  /** All iterations of a scale are painted: there is another one, or the picture is there. */
  #endScale(): void {
    if (this.#stage.scale.at === this.#stage.scale.of) {
      this.#arrive();
      return;
    }
    this.#isGrowing = true;
    this.#pausedIn = 'preparing';
    this.#enter(this.#playing ? 'preparing' : 'paused');
  }

  /** The same may have been painted before, to its end: then there is nothing to paint again (rule R4). */
  #paintedBefore(ground: Ground, begun: Painting): Painting {
    const known = this.checkpoints.get(checkpointId(begun.plannedHistory));
    if (!known) return begun;
    const again = new Painting(ground, this.#around.params, stateOf(known));
    this.#copied = known;
    begun.releaseLoop();
    return again;
  }

  *#paint(): Generator<Pause, void> {
    const painting = this.#painting;
    if (!painting) return;
    const goesOn = this.#state === 'running';
    // An edit may have come between an iteration and what follows it: then that is what is left to do.
    if (goesOn && painting.iteration < this.#end) yield* painting.iterate();
    const last = painting.iteration >= this.#end;
    const problem = yield* this.#settle(last || !goesOn ? 0 : this.#around.ahead());
    if (problem) yield* this.#fail(problem);
    if (problem || !goesOn) return;
    if (last || isMilestone(painting.iteration, this.#until)) this.#checkpoint(painting);
    if (last || this.#around.wantsPicture(this.optimiser)) this.#present();
    if (last) this.#endScale();
    if (this.#state !== 'done' && this.#stopAt !== undefined && painting.iteration >= this.#stopAt) {
      this.#stopAt = undefined;
      this.pause();
    }
  }

  /** Tells the losses of all but `upTo` iterations; gives what is wrong with one, if it is. */
  *#settle(upTo: number): Generator<Pause, Problem | undefined> {
    const painting = this.#painting;
    if (!painting) return undefined;
    return yield* painting.settle(upTo, reading =>
      this.#around.tell({ type: 'iteration', optimiser: this.optimiser, until: this.#until, ...reading }),
    );
  }

  *#fail(problem: Problem): Generator<Pause, void> {
    const { optimiser } = this;
    const { tell } = this.#around;
    const good = { iteration: this.iteration };
    yield this.#painting?.lastGood().then(
      found => {
        if (!found) return;
        good.iteration = found.iteration;
        tell({ type: 'picture', optimiser, ...found });
      },
      () => undefined,
    );
    this.#painting?.dropUnderWay();
    const isGood = ({ history }: Checkpoint) => iterationOf(history) <= good.iteration;
    const copied = this.#copied;
    this.#resumeFrom = copied && isGood(copied) ? copied : this.checkpoints.all.findLast(isGood);
    this.#fresh = !this.#resumeFrom;
    this.#problem = problem;
    tell({ type: 'failed', optimiser, problem });
    this.#enter('failed');
  }

  #checkpoint(painting: Painting): void {
    const { tensors, reading } = painting.copy();
    const keeping = reading.then(checkpoint => {
      this.checkpoints.keep(checkpoint);
      this.#remember(checkpoint, painting);
      this.#around.tell({ type: 'checkpoint', optimiser: this.optimiser, checkpoint: factsOf(checkpoint) });
    });
    this.#beside.read(tensors, keeping);
  }

  /** Unless it was gone back or begun again while the copy was being read. */
  #remember(checkpoint: Checkpoint, painting: Painting): void {
    if (this.#painting === painting && !this.#resumeFrom && !this.#fresh) this.#copied = checkpoint;
  }

  /** Reads the picture back beside the loop, which does not wait for it. */
  #present(): void {
    const { optimiser, iteration } = this;
    const shown = this.show();
    if (!shown) return;
    const telling = readBack(shown).then(picture =>
      this.#around.tell({ type: 'picture', optimiser, iteration, picture }),
    );
    this.#beside.read([shown], telling);
  }

  /** Its result is there for whatever starts from it. */
  #arrive(): void {
    this.#enter('done');
    const [key, shown] = [this.outcomeKey, this.show()];
    if (key && shown) this.#around.cache.put(key, shown, 'computed', dear);
  }

  #prepareAgain(): void {
    if (this.#state !== 'waiting') this.#enter('preparing');
  }

  #enter(state: RunState): void {
    this.#state = state;
    const { optimiser, iteration } = this;
    const { mixed } = this;
    const scale = this.#scale;
    this.#around.tell({
      type: 'run',
      optimiser,
      state,
      iteration,
      until: this.#until,
      mixed,
      ...(scale && { scale }),
    });
  }

  get #scale(): ScaleFacts | undefined {
    const { scale, shape, loop } = this.#stage;
    if (scale.of === 1) return undefined;
    const [height, width] = shape;
    const later = this.#stages
      .slice(scale.at)
      .reduce((sum, next) => sum + next.iterations * next.loop.flops, 0);
    return { at: scale.at, of: scale.of, width, height, until: this.#end, ahead: later / loop.flops };
  }
}

function firstOf([first]: readonly Stage[]): Stage {
  if (!first) throw new Error('There is no stage to paint.');
  return first;
}
