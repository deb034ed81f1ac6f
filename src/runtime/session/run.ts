/**
 * One optimiser at work: what it needs is computed through the cache, then it iterates, unit by unit, until
 * its count is full; an edit is taken up between two units. A unit is a generator, so that a pause or an
 * edit finds it between two steps of the plan (rule R10), and what it has not finished leaves no trace.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { NodeId } from '../../graph/document.ts';
import type { Problem } from '../../graph/problem.ts';
import { type Computed, compute, type Pause } from '../cache/compute.ts';
import type { ContentCache } from '../cache/content-cache.ts';
import type { ResolvedParameters } from '../compile/live.ts';
import type { Stage } from '../compile/plan.ts';
import { blame, problemOf } from '../execute/blame.ts';
import { readBack } from '../execute/host-tensor.ts';
import {
  Loop,
  type LoopState,
  type Submitted,
  type TensorSource,
  type TermReading,
} from '../execute/loop.ts';
import type { Key } from '../ir/key.ts';
import type { Value } from '../ir/value.ts';
import { Beside } from './beside.ts';
import { type Checkpoint, Checkpoints, checkpointId, isMilestone } from './checkpoints.ts';
import type { RunState, SessionEvent } from './events.ts';
import { continued, type History, historyKey, isMixed, iterationOf } from './history.ts';
import { programKey, startKey } from './stage-key.ts';

/** What an edit does to a painting under way. */
export type AfterEdit = 'continue' | 'restart';

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

interface Prepared {
  readonly stage: Stage;
  readonly loop: Loop;
  readonly computed: Computed;
  readonly program: Key;
  readonly start: Key;
}

export class Run {
  readonly optimiser: NodeId;
  readonly checkpoints: Checkpoints;
  readonly #around: RunSurroundings;
  #stage: Stage;
  #prepared: Prepared | undefined;
  #history: History = { start: '', segments: [] };
  #until: number;
  #state: RunState = 'preparing';
  #playing = true;
  #loss: number | undefined;
  #fresh = false;
  #resumeFrom: Checkpoint | undefined;
  readonly #underWay: Submitted[] = [];
  readonly #beside = new Beside();

  constructor(stage: Stage, around: RunSurroundings, checkpointBudget: number) {
    this.optimiser = stage.optimiser;
    this.checkpoints = new Checkpoints(checkpointBudget);
    this.#around = around;
    this.#stage = stage;
    this.#until = stage.iterations;
  }

  get state(): RunState {
    return this.#state;
  }

  get stage(): Stage {
    return this.#stage;
  }

  /** What it failed by, until it is tried again. */
  get problem(): Problem | undefined {
    return this.#state === 'failed' ? this.#problem : undefined;
  }
  #problem: Problem | undefined;

  get iteration(): number {
    return iterationOf(this.#history);
  }

  /** The key of the picture that it has arrived at; undefined while it has not. */
  get outcomeKey(): Key | undefined {
    return this.#state === 'done' ? historyKey(this.#history) : undefined;
  }

  /** Whether {@link unit} has something to do. */
  get isRunnable(): boolean {
    return this.#state === 'preparing' || (this.#state === 'running' && this.#playing);
  }

  /** The graph was compiled again: at the next unit it looks what that means for it. */
  adopt(stage: Stage): void {
    this.#stage = stage;
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
    if (!this.#prepared || this.#state === 'waiting') return;
    if (this.#around.afterEdit() === 'restart' && this.iteration > 0) {
      this.restart();
      return;
    }
    if (this.#state === 'failed') this.#enter('preparing');
    if (this.#state !== 'done') return;
    this.#until = this.iteration + this.#stage.iterations;
    this.#enter('running');
  }

  play(): void {
    this.#playing = true;
    if (this.#state === 'paused') this.#enter('running');
    if (this.#state === 'failed') this.#enter('preparing');
  }

  pause(): void {
    this.#playing = false;
    if (this.#state === 'running') this.#enter('paused');
  }

  /** Paints one more iteration, then pauses. */
  step(): void {
    if (this.#state === 'done') this.#until = this.iteration + 1;
    this.#playing = true;
    this.#stopAt = this.iteration + 1;
    if (this.#state === 'paused' || this.#state === 'done') this.#enter('running');
  }
  #stopAt: number | undefined;

  /** Begins again, as the document says. */
  restart(): void {
    this.#fresh = true;
    this.#resumeFrom = undefined;
    this.#playing = true;
    if (this.#state !== 'waiting') this.#enter('preparing');
  }

  /** Goes to a picture on the way; what is painted from there is a branch. */
  goTo(checkpoint: Checkpoint): void {
    this.#resumeFrom = checkpoint;
    if (this.#state !== 'waiting') this.#enter('preparing');
  }

  /** The device is gone, and every tensor with it: on the next one it goes on from its newest checkpoint. */
  loseDevice(): void {
    this.#dropUnderWay();
    this.#prepared?.loop.dispose();
    this.#prepared = undefined;
    this.#resumeFrom = this.checkpoints.newest;
    this.#fresh = !this.#resumeFrom;
    if (this.#state !== 'waiting') this.#enter('preparing');
  }

  /** One unit of work: computing what is needed, or one iteration. Never throws. */
  *unit(): Generator<Pause, void> {
    try {
      if (this.#state === 'preparing') yield* this.#prepare();
      else yield* this.#iterate();
    } catch (error) {
      yield* this.#fail(problemOf(error));
    }
  }

  /** The picture as it is shown; owned by the caller. Undefined before there is one. */
  show(): tf.Tensor | undefined {
    return this.#prepared?.loop.show();
  }

  /** How many tensors it owns itself, and their bytes: what its loop carries and is fed. */
  get held(): { readonly tensors: number; readonly bytes: number } {
    return this.#prepared?.loop.held ?? { tensors: 0, bytes: 0 };
  }

  dispose(): void {
    this.#dropUnderWay();
    this.#prepared?.loop.dispose();
    this.#prepared?.computed.release();
    this.#prepared = undefined;
  }

  *#prepare(): Generator<Pause, void> {
    const stage = this.#stage;
    const { cache, load, keep, outcomeKey, onRun, params } = this.#around;
    const computed = yield* compute(stage.once, { cache, load, keep: keep(), outcomeKey, onRun });
    // From here on there is no pause: either all of it is exchanged or nothing.
    const source: TensorSource = {
      has: value => cache.has(computed.keys.of(value)),
      get: value => {
        const tensor = cache.get(computed.keys.of(value));
        if (!tensor) throw new Error(`${value.op.name} was not prepared.`);
        return tensor;
      },
    };
    const program = programKey(stage, computed.keys);
    const start = startKey(stage, computed.keys);
    const before = this.#prepared;
    this.#dropUnderWay();
    const from = this.#whereToGoOn(stage, program, start);
    const kept = from === 'here' ? before?.loop.release() : before?.loop.dispose();
    before?.computed.release();
    const state = typeof from === 'object' ? stateOf(from) : (kept ?? undefined);
    let loop = new Loop(stage, source, params, state);
    let arrived = typeof from === 'object' ? from : undefined;
    if (!from && !this.#fresh) {
      // The same was painted before, to its end: there is nothing to paint again (rule R4).
      arrived = this.checkpoints.get(checkpointId(plannedHistory(stage, loop, program, start)));
      if (arrived) {
        loop.dispose();
        loop = new Loop(stage, source, params, stateOf(arrived));
      }
    }
    this.#prepared = { stage, loop, computed, program, start };
    if (arrived) this.#history = arrived.history;
    else if (!from) this.#history = { start, segments: [] };
    this.#fresh = false;
    this.#resumeFrom = undefined;
    this.#until = this.#untilNow(stage, from, before, program);
    const done = this.iteration >= this.#until;
    this.#enter(done ? 'done' : this.#playing ? 'running' : 'paused');
    if (!done) return;
    this.#arrive();
    if (from !== 'here') this.#present(this.iteration);
  }

  #untilNow(
    stage: Stage,
    from: 'here' | Checkpoint | undefined,
    before: Prepared | undefined,
    program: Key,
  ): number {
    if (from !== 'here') return Math.max(stage.iterations, this.iteration);
    if (before?.stage.iterations !== stage.iterations) return Math.max(stage.iterations, this.iteration);
    // A painting that was finished and now has another aim goes on for as long again.
    const finished = this.iteration >= this.#until;
    return finished && before.program !== program ? this.iteration + stage.iterations : this.#until;
  }

  /** `here` keeps the painting, a checkpoint brings back another, undefined begins a new one. */
  #whereToGoOn(stage: Stage, program: Key, start: Key): 'here' | Checkpoint | undefined {
    const before = this.#prepared;
    const picture = this.#resumeFrom?.carried.picture;
    // One that was kept before a change of size is no picture of this painting any more.
    if (this.#resumeFrom && picture?.shape.join() === stage.shape.join()) return this.#resumeFrom;
    const same = before?.program === program && before.start === start;
    const restarts = this.#around.afterEdit() === 'restart';
    const beyond = this.iteration > stage.iterations;
    if (!this.#fresh && same && !(beyond && restarts)) return 'here';
    const fits = before?.start === start && before.stage.rule === stage.rule;
    if (!this.#fresh && before && fits && !restarts && this.iteration > 0) return 'here';
    return undefined;
  }

  *#iterate(): Generator<Pause, void> {
    const prepared = this.#prepared;
    if (!prepared) return;
    const { loop, program } = prepared;
    // An edit may have come between an iteration and what follows it: then that is what is left to do.
    if (this.iteration < this.#until) {
      const numbers = loop.numbers;
      const submitted = yield* loop.iterate() as Generator<undefined, Submitted>;
      this.#underWay.push(submitted);
      this.#history = continued(this.#history, { program, live: numbers });
    }
    const { iteration } = this;
    const last = iteration >= this.#until;
    yield* this.#settle(last ? 0 : this.#around.ahead());
    if (this.#state === 'failed') return;
    if (isMilestone(iteration, this.#until)) this.#checkpoint();
    if (last || this.#around.wantsPicture(this.optimiser)) this.#present(iteration);
    if (last) {
      this.#enter('done');
      this.#arrive();
    } else if (iteration === this.#stopAt) {
      this.#stopAt = undefined;
      this.pause();
    }
  }

  /** Waits until no more than `upTo` iterations are unread; tells their losses. */
  *#settle(upTo: number): Generator<Pause, void> {
    while (this.#underWay.length > upTo) {
      const [oldest] = this.#underWay;
      if (!oldest) return;
      const read: { terms?: readonly TermReading[]; sound?: boolean } = {};
      yield Promise.all([oldest.terms, oldest.sound]).then(([terms, sound]) =>
        Object.assign(read, { terms, sound }),
      );
      const { terms = [], sound = false } = read;
      if (!sound) {
        yield* this.#spoilt(oldest);
        return;
      }
      this.#underWay.shift();
      oldest.before.dispose();
      const total = terms.reduce((sum, { value, weight }) => sum + value * weight, 0);
      this.#loss = total;
      const { iteration } = oldest;
      this.#around.tell({
        type: 'iteration',
        optimiser: this.optimiser,
        iteration,
        until: this.#until,
        terms,
        total,
      });
    }
  }

  /** Numbers that are not finite: who made them is found out, and the last good picture brought back. */
  *#spoilt({ iteration, before }: Submitted): Generator<Pause, void> {
    const prepared = this.#prepared;
    if (!prepared) return;
    let problem: Problem | undefined;
    yield blame(prepared.stage, prepared.loop, iteration, before).then(found => {
      problem = found;
    });
    if (problem) yield* this.#fail(problem);
  }

  *#fail(problem: Problem): Generator<Pause, void> {
    const good = this.#underWay[0]?.before;
    const iteration = this.#underWay[0] ? this.#underWay[0].iteration - 1 : this.iteration;
    if (good) {
      yield readBack(good)
        .then(picture =>
          this.#around.tell({ type: 'picture', optimiser: this.optimiser, iteration, picture }),
        )
        .catch(() => undefined);
    }
    this.#dropUnderWay();
    this.#resumeFrom = this.checkpoints.all.findLast(({ history }) => iterationOf(history) <= iteration);
    this.#fresh = !this.#resumeFrom;
    this.#problem = problem;
    this.#around.tell({ type: 'failed', optimiser: this.optimiser, problem });
    this.#enter('failed');
  }

  #dropUnderWay(): void {
    for (const { before, terms, sound } of this.#underWay) {
      before.dispose();
      // Whoever let them go does not want to hear of them any more.
      Promise.allSettled([terms, sound]);
    }
    this.#underWay.length = 0;
  }

  #checkpoint(): void {
    const history = this.#history;
    const state = this.#prepared?.loop.state;
    if (!state) return;
    const copies = Object.entries(state.carried).map(([name, tensor]) => [name, tf.clone(tensor)] as const);
    const loss = this.#loss;
    const reading = Promise.all(
      copies.map(async ([name, tensor]) => [name, await readBack(tensor)] as const),
    );
    this.#beside.read(
      copies.map(([, tensor]) => tensor),
      reading.then(read => {
        const checkpoint = {
          id: checkpointId(history),
          history,
          carried: Object.fromEntries(read),
          ...(loss !== undefined && { loss }),
        };
        this.checkpoints.keep(checkpoint);
        this.#around.tell({ type: 'checkpoint', optimiser: this.optimiser, checkpoint: factsOf(checkpoint) });
      }),
    );
  }

  /** Reads the picture back beside the loop, which does not wait for it. */
  #present(iteration: number): void {
    const shown = this.show();
    if (!shown) return;
    const telling = readBack(shown).then(picture =>
      this.#around.tell({ type: 'picture', optimiser: this.optimiser, iteration, picture }),
    );
    this.#beside.read([shown], telling);
  }

  /** Resolves when everything that is being read back was told. */
  told(): Promise<void> {
    return this.#beside.done();
  }

  /** Its result is there for whatever starts from it. */
  #arrive(): void {
    const key = this.outcomeKey;
    const shown = this.show();
    if (key && shown) this.#around.cache.put(key, shown, 'computed', 1e6);
  }

  #enter(state: RunState): void {
    this.#state = state;
    const { optimiser, iteration } = this;
    const mixed = isMixed(this.#history);
    this.#around.tell({ type: 'run', optimiser, state, iteration, until: this.#until, mixed });
  }
}

export const factsOf = ({ id, history, loss }: Checkpoint) => ({
  id,
  iteration: iterationOf(history),
  mixed: isMixed(history),
  ...(loss !== undefined && { loss }),
});

/** What the history will be when it is done, if nobody touches it. */
const plannedHistory = (stage: Stage, loop: Loop, program: Key, start: Key): History => ({
  start,
  segments: [{ program, live: loop.numbers, until: stage.iterations }],
});

/** The tensors of a checkpoint on the device, owned by the caller. */
function stateOf(from: Checkpoint): LoopState {
  const carried = Object.entries(from.carried).map(
    ([name, { data, shape }]) => [name, tf.tensor(data, [...shape], 'float32')] as const,
  );
  return { iteration: iterationOf(from.history), carried: Object.fromEntries(carried) };
}
