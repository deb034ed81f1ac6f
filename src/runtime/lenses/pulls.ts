/**
 * A pull is what some terms of a loss want together: the gradient of their weighted sum with respect to the
 * picture. The pulls of a loss add up to its whole gradient. A lens appends their backward passes to the program
 * that is painted; what they share with it is the same values, so targets and turned kernels are at hand.
 */
import * as tf from '@tensorflow/tfjs-core';
import { weightName } from '../compile/live.ts';
import type { LossTerm } from '../compile/lowered.ts';
import { dependants, pullBack } from '../ir/differentiate.ts';
import type { Program } from '../ir/program.ts';
import { reachable } from '../ir/reachable.ts';
import type { Value } from '../ir/value.ts';
import type { LensPainting } from './lens-painting.ts';

/** `losses` takes the terms of each loss together (`style`), `terms` each by itself (`style/relu1_1`). */
export type PullsBy = 'losses' | 'terms';

export interface Pull {
  readonly name: string;
  readonly terms: readonly LossTerm[];
}

/** The terms of a loss as pulls, in their order. */
export function pullsOf(terms: readonly LossTerm[], by: PullsBy): Pull[] {
  const named = new Map<string, LossTerm[]>();
  for (const term of terms) {
    const name = by === 'terms' ? term.name : lossOf(term.name);
    named.set(name, [...(named.get(name) ?? []), term]);
  }
  return [...named].map(([name, own]) => ({ name, terms: own }));
}

/** `style` of `style/relu1_1`, `city/style` of `city/style/relu1_1`; a term without a loss above it is its own. */
const lossOf = (term: string): string => term.slice(0, Math.max(0, term.lastIndexOf('/'))) || term;

export interface PulledProgram {
  /** The gradient of each pull, [height, width, 3]; ready to be built on. */
  readonly gradients: readonly Value[];
  /** What is to be fed: the weights of their terms as they are now. To be freed by the caller. */
  feed(): ReadonlyMap<Value, tf.Tensor>;
}

/** The gradients of `pulls` with respect to the picture, as values of its program. */
export function gradientsOfPulls(painting: LensPainting, pulls: readonly Pull[]): PulledProgram {
  const { program, stage } = painting;
  const leaf = stage.carried[0]?.leaf;
  if (!leaf) throw new Error('There is no picture to pull at.');
  const weighed = new Map<Value, LossTerm>();
  const gradients = pulls.map(({ terms }) => {
    const below = reachable(terms.map(({ value }) => value));
    const varying = dependants(below, [leaf]);
    const seeds = terms
      .filter(({ value }) => varying.has(value))
      .map(term => {
        const dy = weightLeaf(program, stage.optimiser, term);
        weighed.set(dy, term);
        return { of: term.value, dy };
      });
    const [gradient] = pullBack(program, seeds, [leaf], below);
    return gradient ?? program.ir.fill({}, { shape: leaf.shape, value: 0 });
  });
  return {
    gradients,
    feed: () =>
      new Map(
        [...weighed].map(([live, term]) => [live, tf.scalar(painting.weightOf(term), 'float32')] as const),
      ),
  };
}

/** The scalar that the loop too seeds the backward pass of a term with. */
const weightLeaf = ({ ir }: Program, node: string, { name }: LossTerm): Value =>
  ir.live({ node, name: weightName(name) });
