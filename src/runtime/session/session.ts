/**
 * A graph that is open: it takes edits and commands at any time, computes only what they touched, and paints
 * on meanwhile. Its runs paint, its driver takes one step after another; everything that it finds out is told
 * as events.
 */
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import { ContentCache } from '../cache/content-cache.ts';
import type { PlanOutput } from '../compile/plan.ts';
import type { Backend } from '../execute/backend.ts';
import type { HostTensor } from '../execute/resources.ts';
import type { LensGround } from '../lenses/lens-ground.ts';
import { OpenLenses } from '../lenses/open-lenses.ts';
import type { Checkpoint } from './checkpoints.ts';
import { Driver } from './driver.ts';
import { OpenGraph } from './open-graph.ts';
import { dueOutput, Outputs } from './outputs.ts';
import type { Preview, PreviewWish } from './preview.ts';
import type { Run } from './run.ts';
import { Runs } from './runs.ts';
import type { SessionOptions } from './session-options.ts';
import { View } from './view.ts';
import { Why } from './why.ts';

export class Session {
  readonly cache: ContentCache;
  /** What the page looks at closely. */
  readonly lenses: OpenLenses;
  readonly #options: SessionOptions;
  readonly #graph: OpenGraph;
  readonly #outputs: Outputs;
  readonly #why: Why;
  readonly #runs: Runs;
  readonly #view: View;
  readonly #driver: Driver;
  #backend: Pick<Backend, 'name'>;
  #pending: { readonly edit: number; readonly document: GraphDocument } | undefined;
  #edits = 0;
  /** The document that is pending is another one, even where it computes the same. */
  #exchanged = false;
  #computed = 0;

  constructor(options: SessionOptions) {
    const { registry, refuse, tell, wantsPicture, show, cacheBudget, checkpointBudget } = options;
    this.#options = options;
    this.#backend = options.backend;
    this.cache = new ContentCache({ budget: cacheBudget });
    this.#graph = new OpenGraph(registry, refuse, options.memory);
    this.#why = new Why(this.cache);
    this.#runs = new Runs({
      graph: this.#graph,
      cache: this.cache,
      tell,
      wantsPicture: wantsPicture ?? (() => false),
      show: show ?? (() => false),
      ahead: () => (this.#backend.name === 'webgpu' ? 2 : 0),
      checkpointBudget,
      onRun: (value, milliseconds) => {
        this.#computed += 1;
        this.#why.ran(value, milliseconds);
      },
      abandon: run => this.#driver.abandon(run),
    });
    this.#outputs = new Outputs(this.#runs.surroundings, tell);
    const [graph, runs, why, cache] = [this.#graph, this.#runs, this.#why, this.cache];
    this.#view = new View({ registry, graph, runs, why, cache });
    this.lenses = new OpenLenses({
      ground: () => this.ground,
      send: (report, transfer) => options.measured?.(report, transfer),
      wake: () => this.#driver.wake(),
    });
    this.#driver = new Driver({
      runs: () => this.runs.values(),
      hasEdit: () => this.#pending !== undefined,
      takeEdit: () => this.#apply(),
      hasLook: isBusy => this.lenses.isDue(isBusy),
      look: () => this.lenses.look(),
      rest: () => this.#showOutput(),
      told: () => this.#told(),
      onState: () => {
        this.#runs.settleWaiting();
        this.#report();
      },
    });
  }

  get runs(): ReadonlyMap<NodeId, Run> {
    return this.#runs.all;
  }

  /** Graphs compiled, and ops run for what is computed once: what the edits so far cost. */
  get counts(): { readonly compiled: number; readonly computed: number } {
    return { compiled: this.#graph.compiled, computed: this.#computed };
  }

  /** Takes up a new state of the document between two steps, the newest if there are several. Gives its number. */
  edit(document: GraphDocument): number {
    this.#edits += 1;
    this.#pending = { edit: this.#edits, document };
    this.#driver.wake();
    return this.#edits;
  }

  /** Takes up another document in the place of this one, whose paintings end here; its own go on from `checkpoints`. */
  exchange(document: GraphDocument, checkpoints: Readonly<Record<NodeId, Checkpoint>>): number {
    this.#runs.clear();
    this.#runs.bring(checkpoints);
    this.#exchanged = true;
    return this.edit(document);
  }

  play(optimiser?: NodeId): void {
    this.#each(optimiser, run => run.play());
  }

  pause(optimiser?: NodeId): void {
    this.#each(optimiser, run => run.pause());
  }

  step(optimiser?: NodeId): void {
    this.#each(optimiser, run => run.step());
  }

  /** One step that only some terms of the loss move, by their names. Gives the checkpoint that leads back. */
  async stepAlone(optimiser: NodeId, terms: readonly string[]): Promise<string | undefined> {
    const run = this.runs.get(optimiser);
    if (run) this.#driver.abandon(run);
    const before = await run?.stepAlone(terms);
    this.#driver.wake();
    return before;
  }

  restart(optimiser?: NodeId): void {
    this.#each(optimiser, run => {
      this.#driver.abandon(run);
      run.restart();
    });
  }

  /** Goes to a checkpoint of an optimiser; false where there is none of that name any more. */
  goTo(optimiser: NodeId, checkpoint: string): boolean {
    const found = this.runs.get(optimiser)?.checkpoints.get(checkpoint);
    if (!found) return false;
    this.#each(optimiser, run => {
      this.#driver.abandon(run);
      run.goTo(found);
    });
    return true;
  }

  /** Goes on, when their optimisers are there, from checkpoints of another session: after a reload, a crash. */
  resume(checkpoints: Readonly<Record<NodeId, Checkpoint>>): void {
    this.#runs.bring(checkpoints);
    this.#each(undefined, () => undefined);
  }

  /** Lets go of every tensor, since the device is gone or is to be closed. What is known of the graph stays. */
  async leaveDevice(): Promise<void> {
    this.#driver.away = true;
    this.#driver.abandonLook();
    this.lenses.forget();
    for (const run of this.runs.values()) {
      this.#driver.abandon(run);
      run.loseDevice();
    }
    this.cache.dispose();
    this.#outputs.forget();
    await this.#told();
  }

  /** Works on `backend` from here on, each painting from its newest checkpoint. */
  moveTo(backend: Pick<Backend, 'name'>): void {
    this.#backend = backend;
    this.#driver.away = false;
    this.#each(undefined, () => undefined);
  }

  /** The numbers of a wire, where they are in the cache; nothing is computed for it. */
  peek(node: NodeId, port: string, entry?: string): Promise<HostTensor | undefined> {
    return this.#view.peek(node, port, entry);
  }

  /** What can be shown of `node` without computing it. */
  preview(node: NodeId, wish: PreviewWish): Preview | undefined {
    return this.#view.preview(node, wish);
  }

  /** What a lens finds of the graph; undefined before one could be computed. */
  get ground(): LensGround | undefined {
    return this.#view.ground;
  }

  /** Resolves when there is nothing left to do: all is painted, paused, or waits for somebody. */
  rest(): Promise<void> {
    return this.#driver.rest();
  }

  async dispose(): Promise<void> {
    await this.#driver.stop();
    this.#driver.abandonLook();
    for (const run of this.runs.values()) {
      this.#driver.abandon(run);
      await run.told();
      run.dispose();
    }
    this.cache.dispose();
  }

  async #told(): Promise<void> {
    await Promise.all([this.lenses.told(), ...[...this.runs.values()].map(run => run.told())]);
  }

  async #apply(): Promise<void> {
    const pending = this.#pending;
    if (!pending) return;
    const understood = await this.#options.understand(pending.document);
    // Overtaken while it was being read.
    if (this.#pending !== pending || this.#driver.stopped) return;
    this.#pending = undefined;
    const { effect, problems } = this.#graph.take(understood);
    const isNew = effect === 'compiled' || this.#exchanged;
    this.#exchanged = false;
    if (isNew) this.#adopt();
    if (effect === 'live') for (const run of this.runs.values()) run.touch();
    this.#runs.settleWaiting();
    const found = [...understood.examination.problems, ...problems];
    this.#options.tell({ type: 'applied', edit: pending.edit, effect, problems: found });
    if (isNew || effect !== 'none') this.#report();
  }

  /** What was computed and shown is looked at anew, in the light of another plan. */
  #adopt(): void {
    const { plan, whole } = this.#graph;
    if (plan && whole) this.#why.plan(plan, whole, this.#runs.outcomeKey);
    this.#outputs.forget();
    this.#runs.adopt();
  }

  /** Shows one output that is there and was not shown yet; false where there is none. */
  async #showOutput(): Promise<boolean> {
    const { plan, stages } = this.#graph;
    const isShown = ({ node, value }: PlanOutput) =>
      this.#outputs.isShown(node, this.#why.freshKeys().of(value));
    const output = dueOutput(plan?.outputs ?? [], stages, this.#runs, isShown);
    if (!output) return false;
    await this.#outputs.show(output, this.#why.freshKeys().of(output.value));
    this.#report();
    return true;
  }

  #report(): void {
    const { understood } = this.#graph;
    if (!understood) return;
    this.#options.tell({ type: 'nodes', reports: this.#why.reports(understood, this.runs) });
  }

  #each(optimiser: NodeId | undefined, change: (run: Run) => void): void {
    for (const [id, run] of this.runs) if (optimiser === undefined || optimiser === id) change(run);
    this.#runs.settleWaiting();
    this.#driver.wake();
  }
}
