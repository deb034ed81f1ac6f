/**
 * The balance meter: how much of the loss each pull is, and how hard it pulls at the picture. A large loss may
 * pull little, and the other way round: what moves the picture is the gradient.
 */

import type { NodeId } from '../../graph/document.ts';
import type { Pause } from '../cache/compute.ts';
import type { LiveParameter } from '../compile/lowered.ts';
import type { Lens, Taken } from './lens.ts';
import type { LensGround } from './lens-ground.ts';
import { gradientsOfPulls, type Pull, type PullsBy, pullsOf } from './pulls.ts';
import { stepThrough } from './step-through.ts';

export interface BalanceWish {
  readonly optimiser: NodeId;
  readonly by: PullsBy;
}

export interface MeasuredPull {
  readonly name: string;
  readonly terms: readonly string[];
  /** Σ value · weight of its terms. */
  readonly loss: number;
  /** The length of its gradient, all pixels and colours taken as one vector. */
  readonly length: number;
  /** The live weight that is its own: all of its terms are weighed by it, and no other's; undefined where there is none. */
  readonly weight?: LiveParameter;
}

export interface BalanceReading {
  readonly kind: 'balance';
  readonly iteration: number;
  readonly pulls: readonly MeasuredPull[];
}

export const balance: Lens<BalanceWish, BalanceReading> = {
  moment: ({ optimiser }, ground) => ground.painting(optimiser)?.moment,
  *measure({ optimiser, by }, ground): Generator<Pause, Taken<BalanceReading>> {
    const painting = paintingOf(optimiser, ground);
    const { program, stage, iteration } = painting;
    const { ir } = program;
    const pulls = pullsOf(stage.terms, by);
    const { gradients, feed } = gradientsOfPulls(painting, pulls);
    const squares = gradients.map(gradient => ir.sum({ x: ir.multiply({ a: gradient, b: gradient }) }));
    const numbers = [...stage.terms.map(({ value }) => value), ...squares];
    // Behind one another in the order of their names, so that one read-back brings them all.
    const packed = ir.pack(Object.fromEntries(numbers.map((value, at) => [orderly(at), value])));
    const tensors = yield* stepThrough([packed], painting, feed());
    const weights = stage.terms.map(term => painting.weightOf(term));
    return {
      tensors,
      read: ([read]) => {
        const data = read?.data ?? new Float32Array();
        const lossOf = new Map(
          stage.terms.map(({ name }, at) => [name, (data[at] ?? 0) * (weights[at] ?? 0)] as const),
        );
        const measured = pulls.map((pull, at): MeasuredPull => {
          const weight = ownWeight(pull, pulls);
          const terms = pull.terms.map(({ name }) => name);
          return {
            name: pull.name,
            terms,
            loss: terms.reduce((sum, name) => sum + (lossOf.get(name) ?? 0), 0),
            length: Math.sqrt(data[stage.terms.length + at] ?? 0),
            ...(weight && { weight }),
          };
        });
        return { reading: { kind: 'balance', iteration, pulls: measured } };
      },
    };
  },
};

const orderly = (at: number): string => String(at).padStart(6, '0');

export function paintingOf(optimiser: NodeId, ground: LensGround) {
  const painting = ground.painting(optimiser);
  if (!painting) throw new Error('There is no painting to look at.');
  return painting;
}

/** The weight nearest to the optimiser that is a pull's own. */
function ownWeight(pull: Pull, all: readonly Pull[]): LiveParameter | undefined {
  const keysOf = ({ terms }: Pull) => terms.map(({ weights }) => new Set(weights.map(keyOf)));
  const [first, ...others] = pull.terms;
  const strangers = all.filter(other => other !== pull).flatMap(keysOf);
  const own = keysOf({ ...pull, terms: others });
  return first?.weights.findLast(weight => {
    const key = keyOf(weight);
    return own.every(keys => keys.has(key)) && !strangers.some(keys => keys.has(key));
  });
}

const keyOf = ({ node, param, entry }: LiveParameter): string => JSON.stringify([node, param, entry]);
