/**
 * A picture being painted: the loop, what was computed for it, and what led to its present state. It iterates
 * and reads back, and knows nothing of play and pause; that is its run's business.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Problem } from '../../graph/problem.ts';
import type { Computed, Pause } from '../cache/compute.ts';
import type { ContentCache } from '../cache/content-cache.ts';
import type { ResolvedParameters } from '../compile/live.ts';
import type { Stage } from '../compile/plan.ts';
import { blame, type Unwell } from '../execute/blame.ts';
import type { Health, TermReading } from '../execute/health.ts';
import { readBack } from '../execute/host-tensor.ts';
import { Loop, type LoopState, type Submitted } from '../execute/loop.ts';
import { toNextScale } from '../execute/next-scale.ts';
import type { HostTensor } from '../execute/resources.ts';
import type { Key } from '../ir/key.ts';
import type { Value } from '../ir/value.ts';
import { type Checkpoint, checkpointId } from './checkpoints.ts';
import { aloneIn, continued, type History, iterationOf, sameNumbers, sinceOf } from './history.ts';
import { programKey, startKey } from './stage-key.ts';

/** What one iteration has told, when it was read. */
export interface Reading {
  readonly iteration: number;
  readonly terms: readonly TermReading[];
  /** Σ value · weight. */
  readonly total: number;
}

/** What a loop finds computed: the stage's keys, and the tensors under them. */
export class Ground {
  readonly stage: Stage;
  /** Of what an iteration computes. */
  readonly program: Key;
  /** Of what the picture begins as. */
  readonly start: Key;
  readonly release: () => void;
  readonly #computed: Computed;
  readonly #cache: ContentCache;

  constructor(stage: Stage, computed: Computed, cache: ContentCache) {
    this.stage = stage;
    this.program = programKey(stage, computed.keys);
    this.start = startKey(stage, computed.keys);
    this.release = computed.release;
    this.#computed = computed;
    this.#cache = cache;
  }

  has(value: Value): boolean {
    return this.#cache.has(this.#computed.keys.of(value));
  }

  get(value: Value): tf.Tensor {
    const tensor = this.#cache.get(this.#computed.keys.of(value));
    if (!tensor) throw new Error(`${value.op.name} was not prepared.`);
    return tensor;
  }
}

/** The size of a picture that has several, in words for its history. */
const sizeOf = ({ shape: [height, width], scale }: Stage): string | undefined =>
  scale.of > 1 ? `${width}×${height}` : undefined;

export class Painting {
  readonly ground: Ground;
  history: History;
  /** Σ value · weight at the last iteration that was read. */
  loss: number | undefined;
  readonly #loop: Loop;
  readonly #underWay: Submitted[] = [];

  /** @param from Where it goes on, with what led there; without it, it begins. */
  constructor(
    ground: Ground,
    params: () => ResolvedParameters,
    from?: { readonly state: LoopState; readonly history: History },
  ) {
    this.ground = ground;
    this.history = from?.history ?? { start: ground.start, segments: [] };
    const last = this.history.segments.at(-1);
    const fed = last?.program === ground.program ? { fed: last.live } : {};
    const since = from?.state.since ?? sinceOf(this.history);
    this.#loop = new Loop(ground.stage, ground, params, from && { ...from.state, ...fed, since });
  }

  get iteration(): number {
    return iterationOf(this.history);
  }

  /** What its history will be when it is done, if nobody touches it. */
  get plannedHistory(): History {
    const { start, program, stage } = this.ground;
    const size = sizeOf(stage);
    const live = this.#loop.numbers;
    return {
      start,
      segments: [{ program, live, until: stage.iterations, ...(size !== undefined && { size }) }],
    };
  }

  /** Every number that the next iteration is fed, by name. */
  get numbers(): Readonly<Record<string, number>> {
    return this.#loop.numbers;
  }

  /** What its loop carries for `leaf`, which stays the loop's; undefined for whatever it does not carry. */
  carried(leaf: Value): tf.Tensor | undefined {
    return this.#loop.carriedFor(leaf);
  }

  /** How many iterations were submitted whose loss nobody has read. */
  get unread(): number {
    return this.#underWay.length;
  }

  /** How many tensors its loop owns, and their bytes. */
  get held(): { readonly tensors: number; readonly bytes: number } {
    return this.#loop.held;
  }

  /**
   * Submits one iteration. Abandoned on the way, it leaves no trace.
   *
   * @param alone The terms that move it, by their names, where it is not all of them. What the rule has met on the
   * way is of all terms: it is forgotten before the first such step.
   */
  *iterate(alone?: ReadonlySet<string>): Generator<Pause, void> {
    const { stage } = this.ground;
    const size = sizeOf(stage);
    const live = alone ? this.#loop.numbersAlone(alone) : this.#loop.numbers;
    const program = alone ? aloneIn(this.ground.program) : this.ground.program;
    const last = this.history.segments.at(-1);
    if (alone && !(last?.program === program && sameNumbers(last.live, live))) this.#loop.begin();
    const submitted = yield* this.#loop.iterate(alone && live) as Generator<undefined, Submitted>;
    this.#underWay.push(submitted);
    this.history = continued(this.history, { program, live, ...(size !== undefined && { size }) });
  }

  /** Waits until no more than `upTo` iterations are unread and tells each; stops at one that is not sound. */
  *settle(upTo: number, tell: (reading: Reading) => void): Generator<Pause, Problem | undefined> {
    while (this.#underWay.length > upTo) {
      const [oldest] = this.#underWay;
      if (!oldest) return undefined;
      const { iteration, before } = oldest;
      const read = { terms: [] as readonly TermReading[], health: 'sound' as Health };
      yield Promise.all([oldest.terms, oldest.health]).then(([terms, health]) =>
        Object.assign(read, { terms, health }),
      );
      if (read.health !== 'sound')
        return yield* this.#blamed({ iteration, before, terms: read.terms, health: read.health });
      this.#underWay.shift();
      before.dispose();
      const total = read.terms.reduce((sum, { value, weight }) => sum + value * weight, 0);
      this.loss = total;
      tell({ iteration, terms: read.terms, total });
    }
    return undefined;
  }

  *#blamed(unwell: Unwell): Generator<Pause, Problem | undefined> {
    const found: { problem?: Problem } = {};
    yield blame(this.ground.stage, this.#loop, unwell).then(problem => {
      found.problem = problem;
    });
    return found.problem;
  }

  /** The last picture that is known to be good, where there is one on this device. */
  async lastGood(): Promise<{ readonly iteration: number; readonly picture: HostTensor } | undefined> {
    const [oldest] = this.#underWay;
    if (!oldest) return undefined;
    return { iteration: oldest.iteration - 1, picture: await readBack(oldest.before) };
  }

  /** The picture as it is shown now; owned by the caller. */
  show(): tf.Tensor {
    return this.#loop.show();
  }

  /** All that it takes to go on from here: copies that the caller frees, and what becomes of them once read. */
  copy(): { readonly tensors: readonly tf.Tensor[]; readonly reading: Promise<Checkpoint> } {
    const { history, loss } = this;
    const copies = Object.entries(this.#loop.state.carried).map(
      ([name, tensor]) => [name, tf.clone(tensor)] as const,
    );
    const reading = Promise.all(
      copies.map(async ([name, tensor]) => [name, await readBack(tensor)] as const),
    );
    return {
      tensors: copies.map(([, tensor]) => tensor),
      reading: reading.then(read => ({
        id: checkpointId(history),
        history,
        carried: Object.fromEntries(read),
        ...(loss !== undefined && { loss }),
      })),
    };
  }

  /** Ends here, and hands over where the painting of `stage`, at the next scale, begins. */
  enlarge(stage: Stage): { readonly state: LoopState; readonly history: History } {
    const shown = this.show();
    const { state, history } = this.release();
    return { state: toNextScale(state, shown, stage), history };
  }

  /** Ends here, and hands over where another goes on. */
  release(): { readonly state: LoopState; readonly history: History } {
    this.dropUnderWay();
    const state = this.#loop.release();
    this.ground.release();
    return { state, history: this.history };
  }

  dispose(): void {
    this.releaseLoop();
    this.ground.release();
  }

  /** Frees what is its own; the ground stays, for another to paint on. */
  releaseLoop(): void {
    this.dropUnderWay();
    this.#loop.dispose();
  }

  /** Nobody wants to hear any more of what is under way. */
  dropUnderWay(): void {
    for (const { before, terms, health } of this.#underWay) {
      before.dispose();
      Promise.allSettled([terms, health]);
    }
    this.#underWay.length = 0;
  }
}
