/** Follows a painting's events to its end: shows them, traces them, and puts its pictures in place. */
import { dirname, resolve } from 'node:path';
import type { NodeId } from '../../graph/document.ts';
import type { Recipe } from '../../graph/share/recipe.ts';
import { message } from '../../language/message.ts';
import { Refusal } from '../../language/result.ts';
import type { Backend } from '../../runtime/execute/backend.ts';
import { showPath } from '../files/show-path.ts';
import { makeFolderFor, type PngOptions } from '../files/write-picture.ts';
import type { PlannedGraph } from '../library/plan-graph.ts';
import { type RenderEvent, type RenderOptions, renderGraph } from '../library/render-graph.ts';
import { problemText } from '../problem-text.ts';
import { recipeOf } from '../recipe/recipe-of.ts';
import { differencesFrom } from '../recipe/tell-recipe.ts';
import { type GraphFile, sayProblems } from '../say-problems.ts';
import type { Voice } from '../voice.ts';
import { type Interruption, untilInterrupted } from './interrupt.ts';
import { introduction } from './introduction.ts';
import { Keeper, type Newest } from './keep.ts';
import { outputPaths } from './output-paths.ts';
import { type Progress, progressFor } from './progress.ts';
import { openTrace, type TraceFile, traceLine } from './trace.ts';

export interface PaintingOrder {
  readonly file: Required<GraphFile>;
  readonly options: Omit<RenderOptions, 'signal' | 'wantsPicture'>;
  readonly output: string;
  /** A picture on the way, every so many iterations. */
  readonly every?: number;
  readonly trace?: string;
  readonly bits?: 8 | 16;
  /** Whether a PNG is to say how it was made. */
  readonly tellsRecipe?: boolean;
  /** Of the picture that the graph came in. */
  readonly recipe?: Recipe;
}

/** A device can be lost for good: the newest picture is never older than this many seconds. */
const secondsBetweenCopies = 20;

/** @returns the exit code. */
export async function paintToFiles(order: PaintingOrder, voice: Voice): Promise<number> {
  let painting: Painting | undefined;
  const interruption = untilInterrupted(() => {
    painting?.progress.stop();
    voice.remark(message('render.stopping'));
  });
  try {
    const events = renderGraph(order.file.text, {
      ...order.options,
      signal: interruption.signal,
      wantsPicture: iteration => painting?.wantsPicture(iteration) ?? false,
    });
    for await (const event of events) {
      if (event.type === 'refused') return sayProblems(event.problems, order.file, voice);
      if (event.type === 'planned') {
        const { warnings } = event.graph.validated;
        if (warnings.length > 0) return sayProblems(warnings, order.file, voice);
        painting = new Painting(order, event.graph, event.backend, voice);
        await painting.begin();
      } else await painting?.follow(event);
    }
    return painting ? await painting.end(interruption) : 1;
  } catch (error) {
    await painting?.rescue();
    throw error;
  } finally {
    painting?.close();
    interruption.release();
  }
}

class Painting {
  readonly progress: Progress;
  readonly #order: PaintingOrder;
  readonly #graph: PlannedGraph;
  readonly #backend: Backend;
  readonly #voice: Voice;
  readonly #keeper: Keeper;
  readonly #started = performance.now();
  /** Of each optimiser, that led to the newest picture. */
  readonly #iterations = new Map<NodeId, number>();
  #copied = 0;
  #working: NodeId | undefined;
  #trace: TraceFile | undefined;
  #outcome: 'done' | 'stopped' | 'failed' = 'done';

  constructor(order: PaintingOrder, graph: PlannedGraph, backend: Backend, voice: Voice) {
    this.#order = order;
    this.#graph = graph;
    this.#backend = backend;
    this.#voice = voice;
    const { stages, outputs } = graph.plan;
    this.#keeper = new Keeper(
      outputPaths(
        order.output,
        outputs.map(({ node }) => node),
        stages,
      ),
      path => this.#pngOptions(path),
    );
    this.progress = progressFor(voice, stages.length > 1);
  }

  async begin(): Promise<void> {
    const { trace, recipe } = this.#order;
    if (trace !== undefined) {
      await makeFolderFor(trace);
      this.#trace = openTrace(trace);
    }
    await makeFolderFor(this.#order.output);
    for (const note of this.#graph.notes) this.#voice.remark(note);
    if (recipe) for (const line of differencesFrom(recipe, this.#graph)) this.#voice.remark(line);
    for (const line of introduction(this.#graph, this.#backend)) this.#voice.remark(line);
  }

  wantsPicture(iteration: number): boolean {
    return this.#isOnTheWay(iteration) || this.#seconds - this.#copied >= secondsBetweenCopies;
  }

  async follow(event: Exclude<RenderEvent, { type: 'refused' | 'planned' }>): Promise<void> {
    switch (event.type) {
      case 'preparing':
        if (event.optimiser && event.ops > 0)
          this.#voice.remark(message('render.preparing', { ops: event.ops }));
        return;
      case 'iteration':
        this.#working = event.optimiser;
        this.#trace?.write(traceLine(event, this.#seconds));
        return this.progress.iteration(event, this.#seconds);
      case 'picture':
        return this.#pictured(event.optimiser, event);
      case 'result':
        this.#iterations.set(event.optimiser, event.iteration);
        this.#keeper.newest = event;
        return;
      case 'output':
        return this.#keeper.output(event.node, event.picture);
      case 'stopped':
        this.#outcome = 'stopped';
        return;
      case 'failed':
        this.#outcome = 'failed';
        this.progress.stop();
        this.#fail(event.lastGood);
        this.#voice.remark(problemText(event.problem, this.#graph.validated.document));
    }
  }

  /** Writes what is still to be written, and says where everything is. @returns the exit code. */
  async end({ exitCode }: Interruption): Promise<number> {
    this.progress.stop();
    await this.#keeper.keepNewest();
    this.#sayWhere();
    if (this.#outcome === 'done') return 0;
    return this.#outcome === 'stopped' ? exitCode : 1;
  }

  /** Something broke: keeps what can be kept, in silence, for the error is what must be said. */
  async rescue(): Promise<void> {
    this.progress.stop();
    await this.#keeper.keepNewest().catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
  }

  close(): void {
    this.#trace?.close();
  }

  async #pictured(optimiser: NodeId, event: Extract<RenderEvent, { type: 'picture' }>): Promise<void> {
    this.#copied = this.#seconds;
    this.#iterations.set(optimiser, event.iteration);
    this.#keeper.newest = event;
    if (this.#isOnTheWay(event.iteration)) await this.#keeper.passing(optimiser, event);
  }

  /** The optimiser at work is the last that was heard of, and what it had last is no longer the newest. */
  #fail(lastGood: Newest | undefined): void {
    if (!lastGood) return;
    this.#keeper.newest = lastGood;
    if (this.#working !== undefined) this.#iterations.set(this.#working, lastGood.iteration);
  }

  #pngOptions(path: string): PngOptions {
    const { bits = 8, tellsRecipe = false, file } = this.#order;
    if (!tellsRecipe) return { bits };
    const recipe = recipeOf({
      graph: this.#graph,
      backend: this.#backend.name,
      from: dirname(resolve(file.path)),
      to: dirname(resolve(path)),
      iterations: this.#iterations,
    });
    return { bits, recipe };
  }

  #sayWhere(): void {
    const { written, onTheWay, newest } = this.#keeper;
    const [first, last] = [onTheWay[0], onTheWay.at(-1)];
    if (first !== undefined && last !== undefined) {
      const [from, to] = [showPath(first), showPath(last)];
      this.#voice.answer(message('render.on-the-way', { count: onTheWay.length, first: from, last: to }));
    }
    const files = written.map(path => `\`${showPath(path)}\``);
    const iteration = String(newest?.iteration ?? 0);
    const id = written.length === 0 ? 'render.no-picture' : (`render.${this.#outcome}` as const);
    if (id === 'render.no-picture' && this.#outcome === 'failed') return;
    this.#voice.answer(message(id, { count: files.length, files, iteration }));
  }

  #isOnTheWay(iteration: number): boolean {
    const { every } = this.#order;
    return every !== undefined && iteration % every === 0;
  }

  get #seconds(): number {
    return (performance.now() - this.#started) / 1000;
  }
}
