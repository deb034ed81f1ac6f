/**
 * A graph that is open: it takes edits and commands at any time, computes only what they touched, and paints
 * on meanwhile. One driver takes one step of one run after another and listens in between; everything that
 * it finds out is told as events.
 */
import type * as tf from '@tensorflow/tfjs-core';
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import type { Registry } from '../../graph/kind.ts';
import type { Pause } from '../cache/compute.ts';
import { ContentCache } from '../cache/content-cache.ts';
import type { LowerableKind } from '../compile/lowerable.ts';
import type { Stage } from '../compile/plan.ts';
import type { Backend } from '../execute/backend.ts';
import { readBack, uploadLeaf } from '../execute/host-tensor.ts';
import type { HostTensor } from '../execute/resources.ts';
import type { Key } from '../ir/key.ts';
import { reachable } from '../ir/reachable.ts';
import type { Value } from '../ir/value.ts';
import type { Checkpoint } from './checkpoints.ts';
import type { SessionEvent } from './events.ts';
import { OpenGraph, type Refuse } from './open-graph.ts';
import { Outputs } from './outputs.ts';
import { type Preview, type PreviewWish, previewOf } from './preview.ts';
import { Run } from './run.ts';
import { turn } from './turn.ts';
import type { Understood } from './understood.ts';
import type { AfterEdit } from './where-to-go-on.ts';
import { Why } from './why.ts';

export interface SessionOptions {
  readonly registry: Registry<LowerableKind>;
  /** The one that is open. */
  readonly backend: Pick<Backend, 'name'>;
  /** Opens what a document names and examines it. */
  readonly understand: (document: GraphDocument) => Promise<Understood>;
  readonly tell: (event: SessionEvent) => void;
  /** Whether the picture of an optimiser is wanted now; asked after each iteration. */
  readonly wantsPicture?: (optimiser: NodeId) => boolean;
  /** Asked of every plan before it runs. */
  readonly refuse?: Refuse;
  /** Bytes for what is computed once. */
  readonly cacheBudget: number;
  /** Bytes of the host's memory for pictures on the way, for each optimiser. */
  readonly checkpointBudget: number;
}

type Unit = Generator<Pause, void>;

/** Milliseconds of work after which a command is overdue to be heard. */
const patience = 12;

export class Session {
  readonly cache: ContentCache;
  readonly #options: SessionOptions;
  readonly #graph: OpenGraph;
  readonly #outputs: Outputs;
  readonly #why: Why;
  readonly #runs = new Map<NodeId, Run>();
  readonly #units = new Map<Run, Unit>();
  readonly #brought = new Map<NodeId, Checkpoint>();
  readonly #resting: (() => void)[] = [];
  readonly #driving: Promise<void>;
  #backend: Pick<Backend, 'name'>;
  #pending: { readonly edit: number; readonly document: GraphDocument } | undefined;
  #edits = 0;
  /** The document that is pending is another one, even where it computes the same. */
  #exchanged = false;
  #computed = 0;
  #lastRun: Run | undefined;
  #disposed = false;
  /** Between two devices. */
  #away = false;
  #asleep: (() => void) | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#backend = options.backend;
    this.cache = new ContentCache({ budget: options.cacheBudget });
    this.#graph = new OpenGraph(options.registry, options.refuse);
    this.#why = new Why(this.cache);
    this.#outputs = new Outputs(this.#surroundings(), options.tell);
    this.#driving = this.#drive();
  }

  get runs(): ReadonlyMap<NodeId, Run> {
    return this.#runs;
  }

  /** Graphs compiled, and ops run for what is computed once: what the edits so far cost. */
  get counts(): { readonly compiled: number; readonly computed: number } {
    return { compiled: this.#graph.compiled, computed: this.#computed };
  }

  /** Takes up a new state of the document between two steps, the newest if there are several. Gives its number. */
  edit(document: GraphDocument): number {
    this.#edits += 1;
    this.#pending = { edit: this.#edits, document };
    this.#wake();
    return this.#edits;
  }

  /** Takes up another document in the place of this one, whose paintings end here; its own go on from `checkpoints`. */
  exchange(document: GraphDocument, checkpoints: Readonly<Record<NodeId, Checkpoint>>): number {
    for (const run of this.#runs.values()) {
      this.#abandon(run);
      run.dispose();
    }
    this.#runs.clear();
    this.#brought.clear();
    for (const [optimiser, checkpoint] of Object.entries(checkpoints)) {
      this.#brought.set(optimiser, checkpoint);
    }
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

  restart(optimiser?: NodeId): void {
    this.#each(optimiser, run => {
      this.#abandon(run);
      run.restart();
    });
  }

  /** Goes to a checkpoint of an optimiser; false where there is none of that name any more. */
  goTo(optimiser: NodeId, checkpoint: string): boolean {
    const found = this.#runs.get(optimiser)?.checkpoints.get(checkpoint);
    if (!found) return false;
    this.#each(optimiser, run => {
      this.#abandon(run);
      run.goTo(found);
    });
    return true;
  }

  /** Goes on, when their optimisers are there, from checkpoints of another session: after a reload, a crash. */
  resume(checkpoints: Readonly<Record<NodeId, Checkpoint>>): void {
    for (const [optimiser, checkpoint] of Object.entries(checkpoints)) {
      this.#brought.set(optimiser, checkpoint);
      this.#each(optimiser, run => this.#bringTo(run));
    }
  }

  /** Lets go of every tensor, since the device is gone or is to be closed. What is known of the graph stays. */
  async leaveDevice(): Promise<void> {
    this.#away = true;
    for (const run of this.#runs.values()) {
      this.#abandon(run);
      run.loseDevice();
    }
    this.cache.dispose();
    this.#outputs.forget();
    await this.#told();
  }

  /** Works on `backend` from here on, each painting from its newest checkpoint. */
  moveTo(backend: Pick<Backend, 'name'>): void {
    this.#backend = backend;
    this.#away = false;
    this.#each(undefined, () => undefined);
  }

  /** The numbers of a wire, where they are in the cache; nothing is computed for it. */
  async peek(node: NodeId, port: string, entry?: string): Promise<HostTensor | undefined> {
    const wire = this.#graph.plan?.wires.find(
      other => other.node === node && other.port === port && other.entry === entry,
    );
    const tensor = wire && this.cache.get(this.#why.freshKeys().of(wire.value));
    return tensor && readBack(tensor);
  }

  /** What can be shown of `node` without computing it. */
  preview(node: NodeId, wish: PreviewWish): Preview | undefined {
    const { plan, understood } = this.#graph;
    const { cache } = this;
    const keys = this.#why.keys ?? this.#why.freshKeys();
    return previewOf(node, wish, {
      plan,
      understood,
      registry: this.#options.registry,
      cache,
      keyOf: value => keys.of(value),
    });
  }

  /** Resolves when there is nothing left to do: all is painted, paused, or waits for somebody. */
  rest(): Promise<void> {
    return new Promise(resolve => {
      this.#resting.push(resolve);
      this.#wake();
    });
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    this.#wake();
    await this.#driving;
    for (const run of this.#runs.values()) {
      this.#abandon(run);
      await run.told();
      run.dispose();
    }
    this.cache.dispose();
  }

  async #drive(): Promise<void> {
    let since = performance.now();
    while (!this.#disposed) {
      const run = this.#pending ? undefined : this.#next();
      if (this.#away) await this.#sleep();
      else if (this.#pending) await this.#apply(this.#pending);
      else if (run) await this.#advance(run);
      else if (!(await this.#showOutput())) await this.#sleep();
      if (performance.now() - since < patience) continue;
      await turn();
      since = performance.now();
    }
  }

  async #sleep(): Promise<void> {
    await this.#told();
    if (!this.#away) {
      if (this.#pending || this.#next() || this.#disposed) return;
      for (const rested of this.#resting.splice(0)) rested();
    }
    await new Promise<void>(resolve => {
      this.#asleep = resolve;
    });
  }

  async #told(): Promise<void> {
    await Promise.all([...this.#runs.values()].map(run => run.told()));
  }

  /** Runs take turns, a unit each; one that is in the middle of a unit finishes it first. */
  #next(): Run | undefined {
    const runs = [...this.#runs.values()].filter(({ isRunnable }) => isRunnable);
    const last = this.#lastRun;
    if (last && this.#units.has(last) && runs.includes(last)) return last;
    return runs[((last ? runs.indexOf(last) : -1) + 1) % runs.length];
  }

  /** One step. What it gives to wait for is a read-back that the next step needs. */
  #advance(run: Run): Pause {
    this.#lastRun = run;
    const unit = this.#units.get(run) ?? run.unit();
    this.#units.set(run, unit);
    return this.#take(run, unit, () => unit.next());
  }

  #take(run: Run, unit: Unit, step: () => IteratorResult<Pause, void>): Pause {
    const before = run.state;
    const { done, value } = step();
    // A loop gives its steps, too: there is nothing to wait for.
    if (!done)
      return value instanceof Promise ? value.catch(error => this.#spoil(run, unit, error)) : undefined;
    if (this.#units.get(run) === unit) this.#units.delete(run);
    if (run.state !== before) {
      this.#settleWaiting();
      this.#report();
    }
    return undefined;
  }

  /** A read-back has failed. Where its device is gone, that is known by the next turn, and the unit is no more. */
  async #spoil(run: Run, unit: Unit, error: unknown): Promise<void> {
    await turn();
    if (this.#units.get(run) === unit) await this.#take(run, unit, () => unit.throw(error));
  }

  async #apply(pending: { readonly edit: number; readonly document: GraphDocument }): Promise<void> {
    const understood = await this.#options.understand(pending.document);
    // Overtaken while it was being read.
    if (this.#pending !== pending || this.#disposed) return;
    this.#pending = undefined;
    const { effect, problems } = this.#graph.take(understood);
    const isNew = effect === 'compiled' || this.#exchanged;
    this.#exchanged = false;
    if (isNew) this.#adopt();
    if (effect === 'live') for (const run of this.#runs.values()) run.touch();
    this.#settleWaiting();
    const found = [...understood.examination.problems, ...problems];
    this.#options.tell({ type: 'applied', edit: pending.edit, effect, problems: found });
    if (isNew || effect !== 'none') this.#report();
  }

  /** Every run looks what the new plan means for it. */
  #adopt(): void {
    const { plan, whole, stages } = this.#graph;
    if (plan && whole) this.#why.plan(plan, whole, outcome => this.#outcomeKey(outcome));
    this.#outputs.forget();
    const byOptimiser = byNode(stages);
    for (const [optimiser, run] of this.#runs) {
      this.#abandon(run);
      if (byOptimiser.has(optimiser)) continue;
      // Its part is not whole now. While the node is there its picture stays, for when it is again.
      if (this.#graph.has(optimiser)) run.wait();
      else {
        run.dispose();
        this.#runs.delete(optimiser);
      }
    }
    for (const [optimiser, own] of byOptimiser) {
      const run = this.#runs.get(optimiser);
      if (run) run.adopt(own);
      else this.#begin(optimiser, own);
    }
  }

  #begin(optimiser: NodeId, stages: readonly Stage[]): void {
    const { tell, wantsPicture, checkpointBudget } = this.#options;
    const around = {
      ...this.#surroundings(),
      params: () => this.#graph.params,
      afterEdit: (): AfterEdit =>
        this.#graph.params[optimiser]?.afterEdit === 'restart' ? 'restart' : 'continue',
      tell,
      wantsPicture: wantsPicture ?? (() => false),
      ahead: () => (this.#backend.name === 'webgpu' ? 2 : 0),
    };
    const run = new Run(optimiser, stages, around, checkpointBudget);
    this.#runs.set(optimiser, run);
    this.#bringTo(run);
  }

  #bringTo(run: Run): void {
    const checkpoint = this.#brought.get(run.optimiser);
    if (!checkpoint) return;
    this.#brought.delete(run.optimiser);
    this.#abandon(run);
    run.checkpoints.keep(checkpoint);
    run.goTo(checkpoint);
  }

  /** What computing through the cache needs, whoever does it. */
  #surroundings() {
    return {
      cache: this.cache,
      keep: () => this.#graph.keep,
      load: (leaf: Value): tf.Tensor => this.#load(leaf),
      outcomeKey: (outcome: Value) => this.#outcomeKey(outcome),
      onRun: (value: Value, milliseconds: number) => {
        this.#computed += 1;
        this.#why.ran(value, milliseconds);
      },
    };
  }

  #load(leaf: Value): tf.Tensor {
    const { understood } = this.#graph;
    if (leaf.op.name !== 'outcome' && understood) return uploadLeaf(leaf, understood.resources);
    const shown = this.#runArrivedAt(leaf)?.show();
    if (!shown) throw new Error('The result that this starts from is not there.');
    return shown;
  }

  /** Who starts from another's result waits until it is there. */
  #settleWaiting(): void {
    for (const [optimiser, stages] of byNode(this.#graph.stages)) {
      const run = this.#runs.get(optimiser);
      if (!run) continue;
      const needed = stages.flatMap(({ once }) => once);
      if (outcomesBelow(needed).every(outcome => this.#outcomeKey(outcome) !== undefined)) {
        run.wake();
      } else {
        this.#abandon(run);
        run.wait();
      }
    }
  }

  /** Shows one output that is there and was not shown yet; false where there is none. */
  async #showOutput(): Promise<boolean> {
    const { plan, stages } = this.#graph;
    const output = plan?.outputs.find(({ node, value }) => {
      const outcomes = outcomesBelow([value]);
      if (outcomes.some(outcome => this.#outcomeKey(outcome) === undefined)) return false;
      if (outcomes.length > 0 && stages.length === 0) return false;
      return !this.#outputs.isShown(node, this.#why.freshKeys().of(value));
    });
    if (!output) return false;
    await this.#outputs.show(output, this.#why.freshKeys().of(output.value));
    this.#report();
    return true;
  }

  #outcomeKey(outcome: Value): Key | undefined {
    return this.#runArrivedAt(outcome)?.outcomeKey;
  }

  #runArrivedAt(outcome: Value): Run | undefined {
    const stage = this.#graph.plan?.stages.find(other => other.outcome === outcome);
    const run = stage && this.#runs.get(stage.optimiser);
    return stage && run?.stages.includes(stage) ? run : undefined;
  }

  #report(): void {
    const { understood } = this.#graph;
    if (!understood) return;
    this.#options.tell({ type: 'nodes', reports: this.#why.reports(understood, this.#runs) });
  }

  #each(optimiser: NodeId | undefined, change: (run: Run) => void): void {
    for (const [id, run] of this.#runs) if (optimiser === undefined || optimiser === id) change(run);
    this.#settleWaiting();
    this.#wake();
  }

  /** Lets go of a unit in progress; what it has not finished leaves no trace. */
  #abandon(run: Run): void {
    this.#units.get(run)?.return();
    this.#units.delete(run);
  }

  #wake(): void {
    this.#asleep?.();
    this.#asleep = undefined;
  }
}

/** The stages of each optimiser, in their order. */
function byNode(stages: readonly Stage[]): ReadonlyMap<NodeId, readonly Stage[]> {
  const found = new Map<NodeId, Stage[]>();
  for (const stage of stages) found.set(stage.optimiser, [...(found.get(stage.optimiser) ?? []), stage]);
  return found;
}

const outcomesBelow = (values: readonly Value[]): Value[] =>
  reachable(values).filter(({ op }) => op.name === 'outcome');
