import type * as tf from '@tensorflow/tfjs-core';
import type { NodeId } from '../../graph/document.ts';
import type { ContentCache } from '../cache/content-cache.ts';
import type { Plan } from '../compile/plan.ts';
import type { Key } from '../ir/key.ts';
import type { Value } from '../ir/value.ts';
import type { Run } from '../session/run.ts';
import type { Understood } from '../session/understood.ts';
import type { LensGround } from './lens-ground.ts';
import { lensPainting } from './lens-painting.ts';

export interface Open {
  readonly plan: Plan;
  readonly understood: Understood;
  readonly cache: ContentCache;
  readonly runs: ReadonlyMap<NodeId, Run>;
  readonly keyOf: (value: Value) => Key;
  readonly load: (leaf: Value) => tf.Tensor;
}

/** A graph that is open, as a lens finds it. */
export function groundOf({ plan, understood, cache, runs, keyOf, load }: Open): LensGround {
  const runOf = (leaf: Value): Run | undefined => {
    const stage = plan.stages.findLast(
      ({ outcome, carried }) => outcome === leaf || carried[0]?.leaf === leaf,
    );
    const run = stage && runs.get(stage.optimiser);
    // What is not there yet is a picture on its way; of a result, nothing.
    return leaf.op.name === 'outcome' && run?.outcomeKey === undefined ? undefined : run;
  };
  return {
    plan,
    understood,
    // What a lens holds beside a painting should not be what the painting needs.
    room: cache.budget / 2,
    held: value => cache.get(keyOf(value)),
    load,
    shown: leaf => runOf(leaf)?.show(),
    moment: leaf => runOf(leaf)?.pictureKey ?? '',
    painting: optimiser => lensPainting(runs.get(optimiser), plan),
  };
}
