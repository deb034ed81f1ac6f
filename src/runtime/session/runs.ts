/**
 * The runs of an open graph, one for each optimiser: which there are after an edit, which of them wait for
 * another's result, and what each finds around it.
 */
import type * as tf from '@tensorflow/tfjs-core';
import type { NodeId } from '../../graph/document.ts';
import type { ContentCache } from '../cache/content-cache.ts';
import type { Stage } from '../compile/plan.ts';
import { uploadLeaf } from '../execute/host-tensor.ts';
import type { Key } from '../ir/key.ts';
import { reachable } from '../ir/reachable.ts';
import type { Value } from '../ir/value.ts';
import type { Checkpoint } from './checkpoints.ts';
import type { OpenGraph } from './open-graph.ts';
import { Run } from './run.ts';
import type { RunSurroundings } from './run-surroundings.ts';
import type { AfterEdit } from './where-to-go-on.ts';

export interface RunsOptions extends Pick<RunSurroundings, 'tell' | 'wantsPicture' | 'show' | 'ahead'> {
  readonly graph: OpenGraph;
  readonly cache: ContentCache;
  /** Told of every op that is run for what is computed once. */
  readonly onRun: (value: Value, milliseconds: number) => void;
  /** Lets go of what `run` is in the middle of. */
  readonly abandon: (run: Run) => void;
  /** Bytes of the host's memory for pictures on the way, for each optimiser. */
  readonly checkpointBudget: number;
}

export class Runs {
  readonly #options: RunsOptions;
  readonly #runs = new Map<NodeId, Run>();
  /** To go on from, when their optimisers are there. */
  readonly #brought = new Map<NodeId, Checkpoint>();

  constructor(options: RunsOptions) {
    this.#options = options;
  }

  get all(): ReadonlyMap<NodeId, Run> {
    return this.#runs;
  }

  /** Ends all of them. */
  clear(): void {
    for (const run of this.#runs.values()) {
      this.#options.abandon(run);
      run.dispose();
    }
    this.#runs.clear();
    this.#brought.clear();
  }

  /** Has each optimiser go on from its checkpoint, as soon as it is there. */
  bring(checkpoints: Readonly<Record<NodeId, Checkpoint>>): void {
    for (const [optimiser, checkpoint] of Object.entries(checkpoints)) {
      this.#brought.set(optimiser, checkpoint);
      const run = this.#runs.get(optimiser);
      if (run) this.#bringTo(run);
    }
  }

  /** Every run looks what the new plan means for it. */
  adopt(): void {
    const { graph, abandon } = this.#options;
    const byOptimiser = byNode(graph.stages);
    for (const [optimiser, run] of this.#runs) {
      abandon(run);
      if (byOptimiser.has(optimiser)) continue;
      // Its part is not whole now. While the node is there its picture stays, for when it is again.
      if (graph.has(optimiser)) run.wait();
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

  /** Who starts from another's result waits until it is there. */
  settleWaiting(): void {
    for (const [optimiser, stages] of byNode(this.#options.graph.stages)) {
      const run = this.#runs.get(optimiser);
      if (!run) continue;
      const needed = stages.flatMap(({ once }) => once);
      if (this.haveArrivedBelow(needed)) {
        run.wake();
      } else {
        this.#options.abandon(run);
        run.wait();
      }
    }
  }

  /** Whether all results that `values` start from are there. */
  haveArrivedBelow(values: readonly Value[]): boolean {
    return outcomesBelow(values).every(outcome => this.outcomeKey(outcome) !== undefined);
  }

  /** The key of what an optimiser has arrived at; undefined while it has not. */
  readonly outcomeKey = (outcome: Value): Key | undefined => this.#arrivedAt(outcome)?.outcomeKey;

  /** What computing through the cache needs, whoever does it. */
  get surroundings(): Pick<RunSurroundings, 'cache' | 'keep' | 'load' | 'outcomeKey' | 'onRun'> {
    const { cache, graph, onRun } = this.#options;
    const load = (leaf: Value): tf.Tensor => this.#load(leaf);
    return { cache, keep: () => graph.keep, load, outcomeKey: this.outcomeKey, onRun };
  }

  #begin(optimiser: NodeId, stages: readonly Stage[]): void {
    const { graph, tell, wantsPicture, show, ahead, checkpointBudget } = this.#options;
    const afterEdit = (): AfterEdit =>
      graph.params[optimiser]?.afterEdit === 'restart' ? 'restart' : 'continue';
    const params = () => graph.params;
    const around = { ...this.surroundings, params, afterEdit, tell, wantsPicture, show, ahead };
    const run = new Run(optimiser, stages, around, checkpointBudget);
    this.#runs.set(optimiser, run);
    this.#bringTo(run);
  }

  #bringTo(run: Run): void {
    const checkpoint = this.#brought.get(run.optimiser);
    if (!checkpoint) return;
    this.#brought.delete(run.optimiser);
    this.#options.abandon(run);
    run.checkpoints.keep(checkpoint);
    run.goTo(checkpoint);
  }

  #load(leaf: Value): tf.Tensor {
    const { understood } = this.#options.graph;
    if (leaf.op.name !== 'outcome' && understood) return uploadLeaf(leaf, understood.resources);
    const shown = this.#arrivedAt(leaf)?.show();
    if (!shown) throw new Error('The result that this starts from is not there.');
    return shown;
  }

  #arrivedAt(outcome: Value): Run | undefined {
    const stage = this.#options.graph.plan?.stages.find(other => other.outcome === outcome);
    const run = stage && this.#runs.get(stage.optimiser);
    return stage && run?.stages.includes(stage) ? run : undefined;
  }
}

/** The stages of each optimiser, in their order. */
function byNode(stages: readonly Stage[]): ReadonlyMap<NodeId, readonly Stage[]> {
  const found = new Map<NodeId, Stage[]>();
  for (const stage of stages) found.set(stage.optimiser, [...(found.get(stage.optimiser) ?? []), stage]);
  return found;
}

export const outcomesBelow = (values: readonly Value[]): Value[] =>
  reachable(values).filter(({ op }) => op.name === 'outcome');
