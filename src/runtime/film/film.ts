/**
 * A film painted frame by frame by one graph. A feed-forward graph makes each picture in one pass; one that
 * optimises starts each from the picture before, moved to where everything is now, and has that in its loss. What is
 * computed once is computed for the whole film.
 */
import type { NodeId } from '../../graph/document.ts';
import type { Problem } from '../../graph/problem.ts';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { ResolvedParameters } from '../compile/live.ts';
import type { Plan } from '../compile/plan.ts';
import type { Backend } from '../execute/backend.ts';
import { problemOf } from '../execute/blame.ts';
import { uploadLeaf } from '../execute/host-tensor.ts';
import { type PaintEvent, paint } from '../execute/paint.ts';
import type { HostTensor, Resources } from '../execute/resources.ts';
import { TensorStore } from '../execute/store.ts';
import { untilLost } from '../execute/until-lost.ts';
import { scaledDown } from '../host/scale-down.ts';
import { type FilmPlan, filmPlan } from './film-plan.ts';
import { flicker, steadied } from './flicker.ts';
import { type Grey, greyOf } from './grey.ts';
import { type Flow, motion } from './motion.ts';
import { reliable, spread, warped } from './warp.ts';

/** The pictures that are others in each frame, by the hashes that stand for them in a plan. */
export const filmHashes = { frame: 'film: frame', last: 'film: last', sound: 'film: sound' } as const;

/** A graph as it is painted for one frame. */
export interface FilmGraph {
  readonly plan: Plan;
  readonly params: ResolvedParameters;
  readonly resources: Resources;
}

export interface FilmOptions {
  /** For the first frame. */
  readonly first: FilmGraph;
  /**
   * For each later one, of a graph that optimises: with `last`, moved, to start from, and `sound`, white where that
   * can be relied upon. Without it the first graph paints all frames.
   */
  readonly next?: (shape: readonly number[]) => Promise<Result<FilmGraph>>;
  /** Whose picture the film consists of. */
  readonly output: NodeId;
  /** Whose picture the next frame starts from, where there is an optimiser. */
  readonly optimiser?: NodeId | undefined;
  /** α of the temporal loss, for graphs that do not optimise; 0 leaves every frame as it was made. */
  readonly steadiness: number;
  readonly backend: Backend;
}

export interface FilmedFrame {
  /** [height, width, 3], 0 to 1. */
  readonly picture: HostTensor;
  /** From the second frame on. */
  readonly flicker?: FrameFlicker;
}

/** Mean warped differences to the frame before, 0 to 1, where motion can be relied upon. */
export interface FrameFlicker {
  /** Of the pictures of the film. */
  readonly film: number;
  /** Of what a network made, before the temporal loss; only where that is another. */
  readonly made?: number;
  /** Of the frames that came in: noise, and what motion does not explain. */
  readonly source: number;
  /** How much of the picture could be relied upon. */
  readonly share: number;
}

/** Motion is looked for in frames of at most so many pixels on the longer side. */
const motionSize = 320;

interface Last {
  readonly frame: HostTensor;
  readonly grey: Grey;
  readonly made: HostTensor;
  readonly film: HostTensor;
  /** The optimiser's result. */
  readonly result: HostTensor | undefined;
}

export class Film {
  readonly #options: FilmOptions;
  readonly #store = new TensorStore();
  #first: FilmPlan;
  #next: { readonly film: FilmPlan; readonly graph: FilmGraph } | undefined;
  #last: Last | undefined;
  readonly #pictures = new Map<string, HostTensor>();

  constructor(options: FilmOptions) {
    this.#options = options;
    this.#first = filmPlan(options.first.plan, new Set(Object.values(filmHashes)));
  }

  /** Paints the next frame. @param frame [height, width, 3], 0 to 1, of the size that was compiled for. */
  async paint(frame: HostTensor, signal?: AbortSignal): Promise<Result<FilmedFrame, Problem>> {
    const last = this.#last;
    const grey = small(frame);
    const flows = last && flowsBetween(grey, last.grey);
    const chosen = await this.#graphFor(flows, last);
    if (!chosen.ok) return failure({ severity: 'error', reason: chosen.reason });
    this.#pictures.set(filmHashes.frame, frame);
    const painted = await this.#run(chosen.value.film, chosen.value.graph, signal);
    if (!painted.ok) return painted;
    const { picture: made, result } = painted.value;
    const { steadiness, optimiser } = this.#options;
    const before = flows && last && comparison(flows, last, made);
    const picture =
      before && optimiser === undefined && steadiness > 0
        ? steadied(made, before.film, before.weights, steadiness)
        : made;
    this.#last = { frame, grey, made, film: picture, result };
    if (!before || !last || !flows) return success({ picture });
    const sourceWeights = weightsAt(flows, frame.shape);
    return success({
      picture,
      flicker: {
        film: flicker(picture, before.film, before.weights),
        ...(picture !== made && { made: flicker(made, before.made, before.weights) }),
        source: flicker(frame, warped(last.frame, flows.back), sourceWeights),
        share: before.weights.reduce((sum, weight) => sum + weight, 0) / before.weights.length,
      },
    });
  }

  /** Frees everything (rule R5). */
  dispose(): void {
    this.#store.dispose();
    this.#last = undefined;
  }

  async #graphFor(flows: Flows | undefined, last: Last | undefined) {
    const { first, next } = this.#options;
    const result = last?.result;
    if (!flows || !result || !next) return success({ film: this.#first, graph: first });
    if (!this.#next) {
      const graph = await next(result.shape);
      if (!graph.ok) return graph;
      this.#next = {
        film: filmPlan(graph.value.plan, new Set(Object.values(filmHashes))),
        graph: graph.value,
      };
    }
    this.#pictures.set(filmHashes.last, warped(result, flows.back));
    this.#pictures.set(filmHashes.sound, asPicture(weightsAt(flows, result.shape), result.shape));
    return success(this.#next);
  }

  async #run({ plan, varying, frontier }: FilmPlan, { params, resources }: FilmGraph, signal?: AbortSignal) {
    const { output, optimiser, backend } = this.#options;
    const store = this.#store;
    const known: Resources = {
      ...resources,
      image: hash => {
        const picture = this.#pictures.get(hash);
        return picture ? success(picture) : resources.image(hash);
      },
    };
    let picture: HostTensor | undefined;
    let result: HostTensor | undefined;
    try {
      store.drop(varying);
      for (const _ of store.prepare(frontier, leaf => uploadLeaf(leaf, known)));
      const events = paint(plan, {
        resources: known,
        params: () => params,
        store,
        ahead: backend.name === 'webgpu' ? 2 : 0,
        ...(signal && { signal }),
      });
      const alive = untilLost<PaintEvent>(events, backend, reason => ({
        type: 'failed',
        problem: { severity: 'error', reason },
      }));
      for await (const event of alive) {
        if (event.type === 'failed') return failure(event.problem);
        if (event.type === 'output' && event.node === output) picture = event.picture;
        if (event.type === 'result' && event.optimiser === optimiser) result = event.picture;
      }
    } catch (error) {
      return failure(problemOf(error));
    }
    const none: Problem = { severity: 'error', reason: message('film.no-picture') };
    return picture ? success({ picture, result }) : failure(none);
  }
}

interface Flows {
  readonly back: Flow;
  /** 1 where the motion can be relied upon. */
  readonly weights: Float32Array;
}

function flowsBetween(now: Grey, before: Grey): Flows {
  const back = motion(now, before);
  return { back, weights: reliable(back, motion(before, now)) };
}

/** Where the motion can be relied upon, in a picture of another size. */
const weightsAt = ({ back, weights }: Flows, [height = 0, width = 0]: readonly number[]): Float32Array =>
  spread(weights, back, width, height);

/** The pictures before, moved to where everything is now. */
const comparison = (flows: Flows, last: Last, now: HostTensor) => ({
  weights: weightsAt(flows, now.shape),
  film: warped(last.film, flows.back),
  made: warped(last.made, flows.back),
});

function small({ shape, data }: HostTensor): Grey {
  const [height = 0, width = 0] = shape;
  const grey = greyOf(data, width, height).data;
  const scaled = scaledDown({ shape: [height, width, 1], data: grey }, motionSize);
  const [toHeight = 0, toWidth = 0] = scaled.shape;
  return { width: toWidth, height: toHeight, data: scaled.data };
}

/** The same number in red, green and blue. */
const asPicture = (weights: Float32Array, [height = 0, width = 0]: readonly number[]): HostTensor => ({
  shape: [height, width, 3],
  data: Float32Array.from({ length: 3 * weights.length }, (_, i) => weights[Math.floor(i / 3)] ?? 0),
});
