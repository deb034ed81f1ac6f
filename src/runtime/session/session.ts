/**
 * A graph that is open: it takes edits and commands at any time, computes only what they touched, and paints
 * on meanwhile. One driver takes one step of one run after another and listens in between; everything it
 * finds out is told as events.
 */
import type * as tf from '@tensorflow/tfjs-core';
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import type { Registry } from '../../graph/kind.ts';
import type { Problem } from '../../graph/problem.ts';
import { compute, type Pause } from '../cache/compute.ts';
import { ContentCache } from '../cache/content-cache.ts';
import { compile } from '../compile/compile.ts';
import type { ResolvedParameters } from '../compile/live.ts';
import type { LowerableKind } from '../compile/lowerable.ts';
import type { Plan } from '../compile/plan.ts';
import type { Backend } from '../execute/backend.ts';
import { problemOf } from '../execute/blame.ts';
import { readBack, uploadLeaf } from '../execute/host-tensor.ts';
import type { Key } from '../ir/key.ts';
import { reachable } from '../ir/reachable.ts';
import type { Value } from '../ir/value.ts';
import type { Checkpoint } from './checkpoints.ts';
import type { EditEffect, SessionEvent } from './events.ts';
import { Run } from './run.ts';
import { turn } from './turn.ts';
import { liveOf, structureOf, type Understood, wholePart } from './understood.ts';
import { Why } from './why.ts';

export interface SessionOptions {
  readonly registry: Registry<LowerableKind>;
  readonly backend: Backend;
  /** Opens what a document names and examines it. */
  readonly understand: (document: GraphDocument) => Promise<Understood>;
  readonly tell: (event: SessionEvent) => void;
  /** Whether the picture of an optimiser is wanted now; asked after each iteration. */
  readonly wantsPicture?: (optimiser: NodeId) => boolean;
  /** Bytes for what is computed once. */
  readonly cacheBudget: number;
  /** Bytes of the host's memory for pictures on the way, of all optimisers together. */
  readonly checkpointBudget: number;
}

/** Milliseconds of work after which a command is overdue to be heard. */
const patience = 12;

export class Session {
  readonly cache: ContentCache;
  /** Graphs compiled and ops run for what is computed once: what an edit cost. */
  readonly counts = { compiled: 0, computed: 0 };
  readonly #options: SessionOptions;
  readonly #runs = new Map<NodeId, Run>();
  readonly #units = new Map<Run, Generator<Pause, void>>();
  readonly #why: Why;
  #plan: Plan | undefined;
  #params: ResolvedParameters = {};
  #understood: Understood | undefined;
  #structure = '';
  #live = '';
  #keep: ReadonlySet<Value> = new Set();
  #pending: { readonly edit: number; readonly document: GraphDocument } | undefined;
  #edits = 0;
  #lastRun: Run | undefined;
  #shownOutputs = new Map<NodeId, Key>();
  readonly #brought = new Map<NodeId, Checkpoint>();
  #backend: Backend;
  #disposed = false;
  #asleep: (() => void) | undefined;
  readonly #resting: (() => void)[] = [];
  readonly #driving: Promise<void>;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#backend = options.backend;
    this.cache = new ContentCache({ budget: options.cacheBudget });
    this.#why = new Why(this.cache);
    this.#driving = this.#drive();
  }

  /** Takes up a new state of the document: at once where it is live, else between two steps. The newest wins. */
  edit(document: GraphDocument): number {
    this.#edits += 1;
    this.#pending = { edit: this.#edits, document };
    this.#wake();
    return this.#edits;
  }

  get runs(): ReadonlyMap<NodeId, Run> {
    return this.#runs;
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
    const run = this.#runs.get(optimiser);
    const found = run?.checkpoints.get(checkpoint);
    if (!run || !found) return false;
    this.#abandon(run);
    run.goTo(found);
    this.#wake();
    return true;
  }

  /** Goes on, when their optimisers are there, from checkpoints of another session: after a reload, a crash. */
  resume(checkpoints: Readonly<Record<NodeId, Checkpoint>>): void {
    for (const [optimiser, checkpoint] of Object.entries(checkpoints)) {
      const run = this.#runs.get(optimiser);
      if (!run) {
        this.#brought.set(optimiser, checkpoint);
        continue;
      }
      this.#abandon(run);
      run.checkpoints.keep(checkpoint);
      run.goTo(checkpoint);
    }
    this.#wake();
  }

  /**
   * The device is gone, and every tensor with it. All that was known of the graph stays; from here on it works
   * on `backend`, each painting from its newest checkpoint.
   */
  moveTo(backend: Backend): void {
    this.#backend = backend;
    this.cache.dispose();
    for (const run of this.#runs.values()) {
      this.#abandon(run);
      run.loseDevice();
    }
    this.#shownOutputs.clear();
    this.#settleWaiting();
    this.#wake();
  }

  /** The numbers of a wire, where they are in the cache; nothing is computed for it. */
  async peek(node: NodeId, port: string, entry?: string) {
    const wire = this.#plan?.wires.find(
      other => other.node === node && other.port === port && other.entry === entry,
    );
    const tensor = wire && this.#why.keys && this.cache.get(this.#why.keys.of(wire.value));
    return tensor && readBack(tensor);
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
      if (this.#pending) await this.#apply(this.#pending);
      const run = this.#pending ? undefined : this.#next();
      if (run) {
        const pause = this.#advance(run);
        if (pause) await pause;
      } else if (!this.#pending && !(await this.#showOutputs()) && !this.#pending && !this.#disposed) {
        await Promise.all([...this.#runs.values()].map(run => run.told()));
        if (this.#pending || this.#next()) continue;
        for (const rested of this.#resting.splice(0)) rested();
        await new Promise<void>(resolve => {
          this.#asleep = resolve;
        });
      }
      if (performance.now() - since < patience) continue;
      await turn();
      since = performance.now();
    }
  }

  /** Runs take turns, a unit each; one that is in the middle of a unit finishes it first. */
  #next(): Run | undefined {
    const runs = [...this.#runs.values()].filter(({ isRunnable }) => isRunnable);
    if (this.#lastRun && this.#units.has(this.#lastRun) && runs.includes(this.#lastRun)) return this.#lastRun;
    const at = this.#lastRun ? runs.indexOf(this.#lastRun) : -1;
    return runs[(at + 1) % runs.length];
  }

  #advance(run: Run): Pause {
    this.#lastRun = run;
    const unit = this.#units.get(run) ?? run.unit();
    this.#units.set(run, unit);
    const before = run.state;
    const { done, value } = unit.next();
    if (!done) return value;
    this.#units.delete(run);
    if (run.state !== before) {
      this.#settleWaiting();
      this.#report();
    }
    return undefined;
  }

  async #apply(pending: { readonly edit: number; readonly document: GraphDocument }): Promise<void> {
    const { registry, tell } = this.#options;
    const understood = await this.#options.understand(pending.document);
    // Overtaken while it was being read.
    if (this.#pending !== pending) return;
    this.#pending = undefined;
    const whole = wholePart(understood);
    const structure = structureOf(whole, registry, understood.facts);
    const live = liveOf(whole, registry);
    const { problems } = understood.examination;
    this.#understood = understood;
    const liveChanged = live !== this.#live;
    this.#params = whole.params;
    let effect: EditEffect = liveChanged ? 'live' : 'none';
    let refused: readonly Problem[] = [];
    if (structure !== this.#structure || (liveChanged && this.#plan?.merged)) {
      effect = 'compiled';
      refused = this.#recompile(understood);
    } else if (liveChanged) {
      for (const run of this.#runs.values()) run.touch();
    }
    this.#structure = structure;
    this.#live = live;
    this.#settleWaiting();
    tell({ type: 'applied', edit: pending.edit, effect, problems: [...problems, ...refused] });
    if (effect !== 'none') this.#report();
  }

  #recompile(understood: Understood): readonly Problem[] {
    const { registry } = this.#options;
    this.counts.compiled += 1;
    const whole = wholePart(understood);
    const compiled = compile(whole, registry, understood.facts);
    for (const run of this.#runs.values()) this.#abandon(run);
    const stages = compiled.ok ? compiled.value.stages : [];
    if (compiled.ok) {
      this.#plan = compiled.value;
      this.#keep = worthKeeping(compiled.value);
      this.#why.plan(compiled.value, whole, key => this.#outcomeKey(key));
    }
    this.#shownOutputs.clear();
    const optimisers = new Set(stages.map(({ optimiser }) => optimiser));
    for (const [optimiser, run] of this.#runs) {
      if (optimisers.has(optimiser)) continue;
      // Its part is not whole now. Where the node is still there, so is its picture, for when it is again.
      if (understood.document.nodes[optimiser]) run.wait();
      else {
        run.dispose();
        this.#runs.delete(optimiser);
      }
    }
    for (const stage of stages) {
      const run = this.#runs.get(stage.optimiser);
      if (run) run.adopt(stage);
      else this.#runs.set(stage.optimiser, this.#runOf(stage.optimiser, stage));
    }
    return compiled.ok ? [] : compiled.reason;
  }

  #runOf(optimiser: NodeId, stage: Plan['stages'][number]): Run {
    const { tell, wantsPicture, checkpointBudget } = this.#options;
    const run = new Run(
      stage,
      {
        cache: this.cache,
        params: () => this.#params,
        load: this.#load,
        keep: () => this.#keep,
        outcomeKey: value => this.#outcomeKey(value),
        afterEdit: () => (this.#params[optimiser]?.afterEdit === 'restart' ? 'restart' : 'continue'),
        onRun: this.#onRun,
        tell,
        wantsPicture: wantsPicture ?? (() => false),
        ahead: () => (this.#backend.name === 'webgpu' ? 2 : 0),
      },
      checkpointBudget,
    );
    const brought = this.#brought.get(optimiser);
    this.#brought.delete(optimiser);
    if (brought) {
      run.checkpoints.keep(brought);
      run.goTo(brought);
    }
    return run;
  }

  /** Who starts from another's result waits until it is there, and begins anew when it is another one. */
  #settleWaiting(): void {
    const plan = this.#plan;
    if (!plan) return;
    for (const stage of plan.stages) {
      const run = this.#runs.get(stage.optimiser);
      if (!run || run.stage !== stage) continue;
      const ready = outcomesBelow(stage.once).every(outcome => this.#outcomeKey(outcome) !== undefined);
      if (ready) run.wake();
      else {
        this.#abandon(run);
        run.wait();
      }
    }
  }

  /** Computes and tells what the outputs show, once all that they need is there. Gives whether it did anything. */
  async #showOutputs(): Promise<boolean> {
    const plan = this.#plan;
    if (!plan) return false;
    for (const { node, value } of plan.outputs) {
      if (outcomesBelow([value]).some(outcome => this.#outcomeKey(outcome) === undefined)) continue;
      const key = this.#why.freshKeys().of(value);
      if (this.#shownOutputs.get(node) === key) continue;
      this.#shownOutputs.set(node, key);
      try {
        const { keys, release } = await this.#toTheEnd(value);
        const tensor = this.cache.get(keys.of(value));
        if (tensor) this.#options.tell({ type: 'output', node, picture: await readBack(tensor) });
        release();
      } catch (error) {
        this.#options.tell({ type: 'failed', problem: { node, ...problemOf(error) } });
      }
      this.#report();
      return true;
    }
    return false;
  }

  async #toTheEnd(value: Value) {
    const working = compute([value], {
      cache: this.cache,
      load: this.#load,
      keep: this.#keep,
      outcomeKey: outcome => this.#outcomeKey(outcome),
      onRun: this.#onRun,
    });
    for (;;) {
      const step = working.next();
      if (step.done) return step.value;
      if (step.value) await step.value;
    }
  }

  readonly #onRun = (value: Value, milliseconds: number): void => {
    this.counts.computed += 1;
    this.#why.ran(value, milliseconds);
  };

  readonly #load = (leaf: Value): tf.Tensor => {
    if (leaf.op.name === 'outcome') return this.#resultOf(leaf);
    const resources = this.#understood?.resources;
    if (!resources) throw new Error('Nothing was opened yet.');
    return uploadLeaf(leaf, resources);
  };

  #resultOf(outcome: Value): tf.Tensor {
    const run = this.#runArrivedAt(outcome);
    const shown = run?.show();
    if (!shown) throw new Error('The result is not there.');
    return shown;
  }

  #outcomeKey(outcome: Value): Key | undefined {
    return this.#runArrivedAt(outcome)?.outcomeKey;
  }

  #runArrivedAt(outcome: Value): Run | undefined {
    const stage = this.#plan?.stages.find(other => other.outcome === outcome);
    const run = stage && this.#runs.get(stage.optimiser);
    return run?.stage === stage ? run : undefined;
  }

  #report(): void {
    const { tell } = this.#options;
    const understood = this.#understood;
    if (!understood || !this.#plan) return;
    tell({ type: 'nodes', reports: this.#why.reports(understood, this.#runs) });
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

const outcomesBelow = (values: readonly Value[]): Value[] =>
  reachable(values).filter(({ op }) => op.name === 'outcome');

/** What leaves a node and does not change with a picture. */
function worthKeeping({ wires, stages, outputs }: Plan): ReadonlySet<Value> {
  const once = new Set(
    reachable([...stages.flatMap(stage => stage.once), ...outputs.map(({ value }) => value)]),
  );
  return new Set(wires.flatMap(({ value }) => (once.has(value) ? [value] : [])));
}
