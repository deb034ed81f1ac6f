/** What the outputs show: computed when all that they need has arrived, and told once for each content. */
import type * as tf from '@tensorflow/tfjs-core';
import type { NodeId } from '../../graph/document.ts';
import { compute } from '../cache/compute.ts';
import type { ContentCache } from '../cache/content-cache.ts';
import type { PlanOutput, Stage } from '../compile/plan.ts';
import { problemOf } from '../execute/blame.ts';
import { readBack } from '../execute/host-tensor.ts';
import type { Key } from '../ir/key.ts';
import type { Value } from '../ir/value.ts';
import type { SessionEvent } from './events.ts';
import { outcomesBelow, type Runs } from './runs.ts';

export interface OutputSurroundings {
  readonly cache: ContentCache;
  readonly keep: () => ReadonlySet<Value>;
  readonly load: (leaf: Value) => tf.Tensor;
  readonly outcomeKey: (outcome: Value) => Key | undefined;
  readonly onRun: (value: Value, milliseconds: number) => void;
}

export class Outputs {
  readonly #around: OutputSurroundings;
  readonly #tell: (event: SessionEvent) => void;
  readonly #shown = new Map<NodeId, Key>();

  constructor(around: OutputSurroundings, tell: (event: SessionEvent) => void) {
    this.#around = around;
    this.#tell = tell;
  }

  isShown(node: NodeId, key: Key): boolean {
    return this.#shown.get(node) === key;
  }

  /** Nothing counts as shown any more. */
  forget(): void {
    this.#shown.clear();
  }

  /** Computes and tells what `node` shows; a failure is told with the node's address. */
  async show({ node, value }: PlanOutput, key: Key): Promise<void> {
    this.#shown.set(node, key);
    try {
      const { keys, release } = await this.#computed(value);
      const tensor = this.#around.cache.get(keys.of(value));
      try {
        if (tensor) this.#tell({ type: 'output', node, picture: await readBack(tensor) });
      } finally {
        release();
      }
    } catch (error) {
      this.#tell({ type: 'failed', problem: { node, ...problemOf(error) } });
    }
  }

  async #computed(value: Value) {
    const { keep, ...around } = this.#around;
    const working = compute([value], { ...around, keep: keep() });
    for (;;) {
      const step = working.next();
      if (step.done) return step.value;
      await step.value;
    }
  }
}

/** The first output that is not shown and whose optimisers have all arrived; undefined where there is none. */
export const dueOutput = (
  outputs: readonly PlanOutput[],
  stages: readonly Stage[],
  runs: Runs,
  isShown: (output: PlanOutput) => boolean,
): PlanOutput | undefined =>
  outputs.find(output => {
    const { value } = output;
    if (!runs.haveArrivedBelow([value])) return false;
    if (stages.length === 0 && outcomesBelow([value]).length > 0) return false;
    return !isShown(output);
  });
