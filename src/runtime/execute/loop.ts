/**
 * One optimiser's loop: the tensors that it carries from iteration to iteration, the scalars that it is fed,
 * and one submission of the plan's steps per iteration. It never waits for the device: the loss terms of an
 * iteration are a promise that whoever wants them may await while the next iteration already runs.
 */
import * as tf from '@tensorflow/tfjs-core';
import { productOf, type ResolvedParameters, readLive, weightName } from '../compile/live.ts';
import type { LiveParameter } from '../compile/lowered.ts';
import type { LiveScalar, Stage } from '../compile/plan.ts';
import { schedule } from '../compile/schedule.ts';
import { reachable } from '../ir/reachable.ts';
import type { Value } from '../ir/value.ts';
import type { Moment } from '../optimise/rule.ts';
import { stepSizeAt } from '../optimise/step-sizes.ts';
import { audible, type Health, healthOf, type TermReading } from './health.ts';
import { allFinite } from './host-tensor.ts';
import { numbersOf, weightsAmong } from './numbers.ts';
import { runAtOnce, runSchedule } from './run-schedule.ts';
import { submit } from './submit.ts';

/** One iteration that has been submitted. */
export interface Submitted {
  readonly iteration: number;
  /** The terms at the picture that the iteration started from. */
  readonly terms: Promise<readonly TermReading[]>;
  readonly health: Promise<Health>;
  /** The picture that the iteration started from; owned by whoever took the iteration. */
  readonly before: tf.Tensor;
}

/** Where the loop finds what is computed once; it stays there. */
export interface TensorSource {
  has(value: Value): boolean;
  get(value: Value): tf.Tensor;
}

/** Where a loop goes on: what it carries, by name, and how many iterations are behind it. */
export interface LoopState {
  readonly iteration: number;
  readonly carried: Readonly<Record<string, tf.Tensor>>;
  /** How many iterations were behind it when it came to its scale; where it is not said, those that the plan has before it. */
  readonly since?: number;
  /** The numbers that the last iteration was fed, where it was one of the very same program. */
  readonly fed?: Readonly<Record<string, number>>;
}

export class Loop {
  readonly #stage: Stage;
  readonly #store: TensorSource;
  readonly #params: () => ResolvedParameters;
  readonly #carried = new Map<Value, tf.Tensor>();
  readonly #scalars = new Map<Value, { value: number; tensor: tf.Tensor }>();
  /** How the picture is made that is shown: found out with the first. */
  #showing: ReturnType<typeof schedule> | undefined;
  #iteration: number;
  #since: number;
  /** It was begun anew at its scale: nothing comes along from before. */
  #isAnew = false;
  /** The weights of the iteration before; undefined where it was of another program, or there was none. */
  #weighed: readonly number[] | undefined;

  /**
   * @param from Where to go on, the tensors handed over. What it lacks, or has in another shape, begins as in
   * the plan; without it, so does all.
   */
  constructor(stage: Stage, store: TensorSource, params: () => ResolvedParameters, from?: LoopState) {
    this.#stage = stage;
    this.#store = store;
    this.#params = params;
    this.#since = from?.since ?? stage.scale.after;
    this.#iteration = from?.iteration ?? this.#since;
    this.#weighed = from?.fed && weightsAmong(stage, from.fed);
    const given = new Map(Object.entries(from?.carried ?? {}));
    for (const { name, leaf, start } of stage.carried) {
      const tensor = given.get(name);
      const fits = tensor?.shape.join() === leaf.shape.join();
      this.#carried.set(leaf, tensor && fits ? tensor : tf.clone(store.get(start)));
      if (fits) given.delete(name);
    }
    for (const unused of given.values()) unused.dispose();
  }

  /** What it carries now, by name; the tensors stay the loop's. */
  get state(): LoopState {
    const carried: Record<string, tf.Tensor> = {};
    for (const { name, leaf } of this.#stage.carried) {
      const tensor = this.#carried.get(leaf);
      if (tensor) carried[name] = tensor;
    }
    return { iteration: this.#iteration, since: this.#since, carried };
  }

  /** What it carries for `leaf` now; undefined for whatever it does not carry. */
  carriedFor(leaf: Value): tf.Tensor | undefined {
    return this.#carried.get(leaf);
  }

  /** Hands over what it carries and frees the rest: another loop goes on from there. */
  release(): LoopState {
    const { state } = this;
    this.#carried.clear();
    this.dispose();
    return state;
  }

  /** The {@link numbersOf} the next iteration. */
  get numbers(): Readonly<Record<string, number>> {
    return numbersOf(this.#stage, this.#params());
  }

  /** The {@link numbers} of an iteration that only `terms`, by their names, move. */
  numbersAlone(terms: ReadonlySet<string>): Readonly<Record<string, number>> {
    const silent = this.#stage.terms.flatMap(({ name }) =>
      terms.has(name) ? [] : [[weightName(name), 0] as const],
    );
    const { numbers } = this;
    return { ...numbers, ...Object.fromEntries(silent.filter(([name]) => name in numbers)) };
  }

  /** The rule forgets what it has met on the way, and begins where the picture stands. */
  begin(): void {
    const { carried, rule } = this.#stage;
    const [picture] = carried;
    const shown = carried.find(({ name }) => name === rule.shown);
    for (const { leaf, start } of carried) {
      const old = this.#carried.get(leaf);
      if (leaf === picture?.leaf && !shown) continue;
      const from = leaf === picture?.leaf && shown ? this.#carried.get(shown.leaf) : undefined;
      this.#carried.set(leaf, tf.clone(from ?? this.#store.get(start)));
      old?.dispose();
    }
    this.#since = this.#iteration;
    this.#isAnew = true;
    this.#weighed = undefined;
  }

  /** How many iterations are done. */
  get iteration(): number {
    return this.#iteration;
  }

  /**
   * Runs one iteration, giving control back between its steps.
   *
   * @param alone The numbers that it is fed in the place of {@link numbers}, where only some terms are to move it.
   */
  *iterate(alone?: Readonly<Record<string, number>>): Generator<unknown, Submitted> {
    const { loop, carried, packed, terms } = this.#stage;
    const iteration = this.#iteration + 1;
    const weighed = weightsAmong(this.#stage, alone ?? this.numbers);
    this.#feed(iteration, weighed, alone);
    const weights = terms.map(({ weights }) => productOf(this.#params(), weights));
    const results = yield* runSchedule(loop, this.#given);

    const [picture] = carried;
    const before = picture && this.#carried.get(picture.leaf);
    const read = results.get(packed);
    if (!before || !read) throw new Error('The loop gave no picture or no terms.');
    for (const { leaf, next } of carried) {
      const [old, fresh] = [this.#carried.get(leaf), results.get(next)];
      if (!fresh) throw new Error(`The loop gave no ${next.op.name}.`);
      if (old !== before) old?.dispose();
      this.#carried.set(leaf, fresh);
    }
    this.#iteration = iteration;
    this.#weighed = weighed;
    // The copy that is read goes with the iteration: one submission for both.
    const values = (read.data() as Promise<Float32Array>).finally(() => read.dispose());
    submit();
    const submitted: Submitted = {
      iteration,
      before,
      terms: values.then(data =>
        terms.map(({ name }, index) => ({
          name,
          value: data[index] ?? Number.NaN,
          weight: weights[index] ?? Number.NaN,
        })),
      ),
      health: values.then(data => healthOf(data, weights, this.#stage)),
    };
    // A device that is lost fails all that is under way at once: also what nobody has come to await yet.
    Promise.allSettled([submitted.terms, submitted.health]);
    return submitted;
  }

  /** The picture as the next iteration will find it; it stays the loop's. */
  get picture(): tf.Tensor | undefined {
    const [picture] = this.#stage.carried;
    return picture && this.#carried.get(picture.leaf);
  }

  /** The picture as it is to be shown now; owned by the caller. An iteration that is half done takes no notice. */
  show(): tf.Tensor {
    const { shown, live } = this.#stage;
    this.#showing ??= schedule([shown]);
    const plan = this.#showing;
    const needed = live.filter(({ leaf }) => plan.needs.includes(leaf));
    const numberOf = this.#numbersAt({ iteration: this.#iteration, isNew: false });
    const scalars = new Map(
      needed.map(({ leaf, source }) => [leaf, tf.scalar(numberOf(source), 'float32')] as const),
    );
    try {
      const [tensor] = runAtOnce(plan, value => scalars.get(value) ?? this.#given(value)).values();
      if (!tensor) throw new Error('There is no picture to show.');
      return tensor;
    } finally {
      for (const scalar of scalars.values()) scalar.dispose();
    }
  }

  /**
   * Where an iteration from `picture` stops being finite: the first value that is not while all that it is
   * made of is. What an earlier step has spoilt (a moment of Adam) takes no blame for itself: it begins at zero again.
   */
  findNonFinite(picture: tf.Tensor): Promise<Value | undefined> {
    return this.#firstUnsound(picture, allFinite);
  }

  /**
   * Where an iteration from `picture` falls silent: the first value that is all zeros while nothing that it is
   * made of is, among those that the heard terms are made of. That a term of 0 has zeros below it is in order.
   */
  findSilent(picture: tf.Tensor, readings: readonly TermReading[]): Promise<Value | undefined> {
    const heard = new Set(
      readings.flatMap(({ name, value, weight }) => (value * weight > audible ? [name] : [])),
    );
    const below = reachable(this.#stage.terms.flatMap(({ name, value }) => (heard.has(name) ? [value] : [])));
    return this.#firstUnsound(picture, data => data.some(number => number !== 0), new Set(below));
  }

  async #firstUnsound(
    picture: tf.Tensor,
    isWell: (data: Float32Array) => boolean,
    among?: ReadonlySet<Value>,
  ): Promise<Value | undefined> {
    const { carried, loop } = this.#stage;
    const leaf = carried[0]?.leaf;
    const anew = new Map<Value, tf.Tensor>();
    const given = (value: Value) => (value === leaf ? picture : (anew.get(value) ?? this.#given(value)));
    const isSound = async (tensor: tf.Tensor) => isWell((await tensor.data()) as Float32Array);
    const spoilt = new Set<Value>();
    for (const needed of loop.needs) {
      if (await isSound(given(needed))) continue;
      const zeros = needed !== leaf && this.#carried.has(needed) ? tf.zerosLike(given(needed)) : undefined;
      if (zeros) anew.set(needed, zeros);
      if (!zeros || !(await isSound(zeros))) spoilt.add(needed);
    }
    const running = runSchedule(loop, given);
    try {
      for (;;) {
        const step = running.next();
        if (step.done) {
          for (const tensor of step.value.values()) tensor.dispose();
          return undefined;
        }
        const { value, tensor } = step.value;
        if (value.operands.some(operand => spoilt.has(operand))) spoilt.add(value);
        else if ((among?.has(value) ?? true) && !(await isSound(tensor))) return value;
      }
    } finally {
      running.return(new Map());
      for (const zeros of anew.values()) zeros.dispose();
    }
  }

  /** What was computed once and is not finite: a target that has overflowed. */
  async findNonFiniteTarget(): Promise<Value | undefined> {
    for (const value of this.#stage.loop.needs) {
      if (!this.#store.has(value) || this.#carried.has(value)) continue;
      if (!allFinite((await this.#store.get(value).data()) as Float32Array)) return value;
    }
    return undefined;
  }

  /** A weight of the loss that is too large for a number of 32 bits, by its parameters. */
  findOverflowingWeight(): LiveParameter | undefined {
    const params = this.#params();
    for (const { source } of this.#stage.live) {
      if (source.type !== 'weight') continue;
      if (!Number.isFinite(Math.fround(productOf(params, source.factors)))) return source.factors[0];
    }
    return undefined;
  }

  /** How many tensors it owns between two iterations, and their bytes. */
  get held(): { readonly tensors: number; readonly bytes: number } {
    const own = [...this.#carried.values(), ...[...this.#scalars.values()].map(({ tensor }) => tensor)];
    return { tensors: own.length, bytes: own.reduce((sum, { size }) => sum + 4 * size, 0) };
  }

  dispose(): void {
    for (const tensor of this.#carried.values()) tensor.dispose();
    for (const { tensor } of this.#scalars.values()) tensor.dispose();
    this.#carried.clear();
    this.#scalars.clear();
  }

  readonly #given = (value: Value): tf.Tensor =>
    this.#carried.get(value) ?? this.#scalars.get(value)?.tensor ?? this.#store.get(value);

  /** Takes up every live scalar as it is now (rule R3); uploads only those that changed. */
  #feed(iteration: number, weighed: readonly number[], alone?: Readonly<Record<string, number>>): void {
    const isNew = weighed.some((weight, at) => weight !== this.#weighed?.[at]);
    const numberOf = this.#numbersAt({ iteration, isNew });
    for (const { leaf, source } of this.#stage.live) {
      const value = alone?.[String(leaf.attributes.name)] ?? numberOf(source);
      const known = this.#scalars.get(leaf);
      if (known && Object.is(known.value, value)) continue;
      known?.tensor.dispose();
      this.#scalars.set(leaf, { value, tensor: tf.scalar(value, 'float32') });
    }
  }

  /** What each live scalar is at an iteration, with the parameters as they are now. */
  #numbersAt(moment: Moment): (source: LiveScalar['source']) => number {
    const { rule, settings, stepSizes, iterations, scale } = this.#stage;
    const here = Math.max(1, moment.iteration - this.#since);
    const params = this.#params();
    const now = Object.fromEntries(
      Object.entries(settings).map(([name, setting]) => [name, readLive(params, setting)]),
    );
    const { learningRate } = now;
    if (learningRate !== undefined) {
      now.learningRate = learningRate * stepSizeAt(stepSizes, here, iterations);
    }
    const ruled = rule.scalarsAt(
      scale.keepsState && !this.#isAnew ? moment : { ...moment, iteration: here },
      now,
    );
    return source => {
      if (source.type === 'weight') return productOf(params, source.factors);
      if (source.type === 'debias') return 1 / (1 - source.decay ** here);
      return ruled[source.scalar] ?? Number.NaN;
    };
  }
}
