/**
 * Runs a plan: each optimiser's stage in order, what is computed once first, then its loop, then what the
 * outputs show. A generator of events; whoever consumes it sets the pace, may stop it between two
 * iterations, and finds the last good picture when something fails (rule R8).
 */
import * as tf from '@tensorflow/tfjs-core';
import type { NodeId } from '../../graph/document.ts';
import type { Problem } from '../../graph/problem.ts';
import type { ImageShape } from '../../graph/wire.ts';
import { lastNeeded } from '../compile/lifetimes.ts';
import type { ResolvedParameters } from '../compile/live.ts';
import type { Plan, Stage } from '../compile/plan.ts';
import type { Schedule } from '../compile/schedule.ts';
import { dependants } from '../ir/differentiate.ts';
import { reachable } from '../ir/reachable.ts';
import type { Value } from '../ir/value.ts';
import { blame, problemOf } from './blame.ts';
import type { TermReading } from './health.ts';
import { allFinite, readBack, uploadLeaf } from './host-tensor.ts';
import { Loop, type LoopState, type Submitted } from './loop.ts';
import { resized, toNextScale } from './next-scale.ts';
import { rehearse } from './rehearse.ts';
import type { HostTensor, Resources } from './resources.ts';
import { TensorStore } from './store.ts';

export interface PaintOptions {
  readonly resources: Resources;
  /** The parameters as they are now; read anew at each iteration, so live ones may change (rule R3). */
  readonly params: () => ResolvedParameters;
  /** Stops after the iteration that runs; what there is of the picture is given. */
  readonly signal?: AbortSignal;
  /** Whether the picture after `iteration` is wanted as a `picture` event. */
  readonly wantsPicture?: (iteration: number, optimiser: NodeId) => boolean;
  /**
   * How many iterations may be under way before their loss is awaited: 0 where the device is the CPU, 2 on a
   * GPU, which would idle while its terms are read back.
   */
  readonly ahead?: number;
  /** Where to find and keep what is computed once. Given by whoever runs several plans; else made and freed here. */
  readonly store?: TensorStore;
}

export type PaintEvent =
  /** What is computed once has begun: so many ops are missing. */
  | { readonly type: 'preparing'; readonly optimiser?: NodeId; readonly ops: number }
  | {
      readonly type: 'iteration';
      readonly optimiser: NodeId;
      readonly iteration: number;
      readonly iterations: number;
      /** At the picture that the iteration started from; `total` is Σ value · weight. */
      readonly terms: readonly TermReading[];
      readonly total: number;
    }
  | {
      readonly type: 'picture';
      readonly optimiser: NodeId;
      readonly iteration: number;
      readonly picture: HostTensor;
    }
  /** An optimiser is done, or was stopped after `iteration`. */
  | {
      readonly type: 'result';
      readonly optimiser: NodeId;
      readonly iteration: number;
      readonly picture: HostTensor;
    }
  | { readonly type: 'output'; readonly node: NodeId; readonly picture: HostTensor }
  | { readonly type: 'stopped' }
  | {
      readonly type: 'failed';
      readonly problem: Problem;
      readonly lastGood?: { readonly iteration: number; readonly picture: HostTensor };
    };

/** Paints everything that the plan's outputs need. Frees all it made, however it ends (rule R5). */
export async function* paint(plan: Plan, options: PaintOptions): AsyncGenerator<PaintEvent, void> {
  const store = options.store ?? new TensorStore();
  const load = (leaf: Value): tf.Tensor => uploadLeaf(leaf, options.resources);
  const finals = plan.outputs.map(({ value }) => value);
  const last = [...lastNeeded(plan)];
  const keptAfter = (at: number) => last.flatMap(([value, until]) => (until > at ? [value] : []));
  const stopped = () => options.signal?.aborted ?? false;
  /** What the scale before has left to the next one. */
  const skipped = new Set<NodeId>();
  let left: { readonly state: LoopState; readonly shown: tf.Tensor } | undefined;
  try {
    for (const [at, stage] of plan.stages.entries()) {
      if (skipped.has(stage.optimiser)) continue;
      yield { type: 'preparing', optimiser: stage.optimiser, ops: store.missing(stage.once).steps.length };
      for (const wait of rehearse(stage)) {
        await wait;
        if (stopped()) break;
      }
      await drive(store.prepare(stage.once, load, largestLoop(plan, stage)), stopped);
      if (stopped()) return yield { type: 'stopped' };
      const from = left && toNextScale(left.state, left.shown, stage);
      left = undefined;
      const loop = new Loop(stage, store, options.params, from);
      if (!options.store) store.retain([...stage.loop.needs, ...keptAfter(at)]);
      try {
        const ended = yield* paintStage(stage, loop, options);
        if (ended === 'failed') return;
        if (stage.scale.at < stage.scale.of && !stopped()) {
          const shown = loop.show();
          left = { state: loop.release(), shown };
        } else {
          const last = lastScaleOf(plan, stage);
          store.put(last.outcome, shownWhole(loop, last.shape));
          // Of this very result, which may differ from an earlier one: it was stopped, or led there by live parameters.
          if (options.store) store.drop(madeOf(last.outcome, plan));
          if (last !== stage) skipped.add(stage.optimiser);
        }
      } finally {
        loop.dispose();
      }
      if (!options.store) store.retain(keptAfter(at));
    }
    yield { type: 'preparing', ops: store.missing(finals).steps.length };
    await drive(store.prepare(finals, load));
    for (const { node, value } of plan.outputs) {
      yield { type: 'output', node, picture: await readBack(store.get(value)) };
    }
    if (stopped()) yield { type: 'stopped' };
  } catch (error) {
    yield { type: 'failed', problem: problemOf(error) };
  } finally {
    if (left) tf.dispose([left.shown, ...Object.values(left.state.carried)]);
    if (!options.store) store.dispose();
  }
}

const lastScaleOf = ({ stages }: Plan, stage: Stage): Stage =>
  stages.find(({ optimiser, scale }) => optimiser === stage.optimiser && scale.at === scale.of) ?? stage;

/** At the last scale: what the scales before it need has room in its arena. */
const largestLoop = (plan: Plan, stage: Stage): Schedule => lastScaleOf(plan, stage).loop;

/** The picture as it is shown; where it was stopped at a smaller scale, at its whole size all the same. */
function shownWhole(loop: Loop, [height, width]: ImageShape): tf.Tensor {
  const shown = loop.show();
  if (shown.shape[0] === height && shown.shape[1] === width) return shown;
  const whole = resized(shown, [height, width], 'picture');
  shown.dispose();
  return whole;
}

function madeOf(outcome: Value, { stages, outputs }: Plan): Value[] {
  const asked = reachable([...stages.flatMap(({ once }) => once), ...outputs.map(({ value }) => value)]);
  return [...dependants(asked, [outcome])].filter(value => value !== outcome);
}

async function* paintStage(
  stage: Stage,
  loop: Loop,
  { signal, wantsPicture, ahead = 0 }: PaintOptions,
): AsyncGenerator<PaintEvent, 'done' | 'failed'> {
  const { optimiser, scale } = stage;
  const iterations = scale.total;
  const until = scale.after + stage.iterations;
  const underWay: Submitted[] = [];

  /** Nothing after it is known to be good, and it was found so itself when the step that made it was read. */
  const failed = async (problem: Problem): Promise<PaintEvent> => {
    const tensor = underWay[0]?.before ?? loop.picture;
    const picture = tensor && (await readIfThere(tensor));
    const iteration = underWay[0] ? underWay[0].iteration - 1 : loop.iteration;
    return { type: 'failed', problem, ...(picture && { lastGood: { iteration, picture } }) };
  };

  async function* settle(upTo: number): AsyncGenerator<PaintEvent, boolean> {
    while (underWay.length > upTo) {
      const [oldest] = underWay;
      if (!oldest) break;
      const { iteration, before } = oldest;
      const [terms, health] = await Promise.all([oldest.terms, oldest.health]);
      if (health !== 'sound') {
        yield await failed(await blame(stage, loop, { iteration, before, health, terms }));
        return false;
      }
      underWay.shift();
      before.dispose();
      const total = terms.reduce((sum, { value, weight }) => sum + value * weight, 0);
      yield { type: 'iteration', optimiser, iteration, iterations, terms, total };
    }
    return true;
  }

  try {
    while (loop.iteration < until && !signal?.aborted) {
      const submitted = await drive(loop.iterate());
      if (submitted) underWay.push(submitted);
      if (!(yield* settle(ahead))) return 'failed';
      if (wantsPicture?.(loop.iteration, optimiser)) {
        yield {
          type: 'picture',
          optimiser,
          iteration: loop.iteration,
          picture: await shownBy(loop, stage.shape),
        };
      }
      await turn();
    }
    if (!(yield* settle(0))) return 'failed';
    if (scale.at === scale.of || signal?.aborted) {
      const picture = await shownBy(loop, stage.scale.whole);
      yield { type: 'result', optimiser, iteration: loop.iteration, picture };
    }
    return 'done';
  } catch (error) {
    yield await failed(problemOf(error));
    return 'failed';
  } finally {
    for (const { before, terms, health } of underWay) {
      before.dispose();
      await Promise.allSettled([terms, health]);
    }
  }
}

/** A device that is gone gives nothing back; that there was a failure is told all the same. */
async function readIfThere(tensor: tf.Tensor): Promise<HostTensor | undefined> {
  try {
    const picture = await readBack(tensor);
    return allFinite(picture.data) ? picture : undefined;
  } catch {
    return undefined;
  }
}

async function shownBy(loop: Loop, shape: ImageShape): Promise<HostTensor> {
  const shown = shownWhole(loop, shape);
  try {
    return await readBack(shown);
  } finally {
    shown.dispose();
  }
}

/** Milliseconds after which a signal or a message is overdue to be heard. */
const patience = 50;

/** Takes all steps, unless it is stopped between two of them, and lets others have their turn now and then. */
async function drive<T>(
  steps: Generator<unknown, T | undefined>,
  stopped = () => false,
): Promise<T | undefined> {
  try {
    let since = performance.now();
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (stopped()) return undefined;
      if (performance.now() - since < patience) continue;
      await turn();
      since = performance.now();
    }
  } finally {
    steps.return(undefined);
  }
}

/** Lets timers, signals and messages have their turn. */
const turn = () => new Promise<void>(resolve => setTimeout(resolve, 0));
