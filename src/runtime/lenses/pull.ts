/**
 * The pull map: which pixels each pull wants to change, and which way. What it wants is the gradient turned
 * round, for the loss falls against it. Where two pulls want opposite things at a pixel (their product there is
 * negative) they fight.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { NodeId } from '../../graph/document.ts';
import type { Pause } from '../cache/compute.ts';
import type { HostTensor } from '../execute/resources.ts';
import { paintingOf } from './balance.ts';
import type { Lens, Taken } from './lens.ts';
import { gradientsOfPulls, type PullsBy, pullsOf } from './pulls.ts';
import { shrinkingOf, shrunk } from './shrink.ts';
import { stepThrough } from './step-through.ts';

export interface PullWish {
  readonly optimiser: NodeId;
  readonly by: PullsBy;
  /** How long the longer side of a map may be: pixels are taken together until it is no longer. */
  readonly size: number;
  /** The two whose fight is shown; without them, the first two. */
  readonly pair?: readonly [string, string];
}

export interface PullMap {
  readonly name: string;
  readonly terms: readonly string[];
  /** [height, width, 3]: what it wants added to each pixel, in the units of the weighted gradient. */
  readonly toward: Float32Array;
  /** [height, width]: how hard it pulls at each pixel; the mean of the lengths where pixels were taken together. */
  readonly strength: Float32Array;
  /** Of the whole gradient, all pixels and colours taken as one vector. */
  readonly length: number;
}

export interface Fight {
  readonly one: string;
  readonly other: string;
  /** [height, width]: the product of both at each pixel; negative where they fight. */
  readonly product: Float32Array;
  /** Of the angle between both, all pixels taken as one vector: −1 where they want the very opposite, 1 the same. */
  readonly cosine: number;
}

export interface PullReading {
  readonly kind: 'pull';
  readonly iteration: number;
  readonly width: number;
  readonly height: number;
  /** So many pixels a side became one. */
  readonly shrinking: number;
  readonly maps: readonly PullMap[];
  /** Undefined where there is but one pull. */
  readonly fight?: Fight;
}

export const pull: Lens<PullWish, PullReading> = {
  moment: ({ optimiser }, ground) => ground.painting(optimiser)?.moment,
  *measure({ optimiser, by, size, pair }, ground): Generator<Pause, Taken<PullReading>> {
    const painting = paintingOf(optimiser, ground);
    const { stage, iteration } = painting;
    const pulls = pullsOf(stage.terms, by);
    const { gradients, feed } = gradientsOfPulls(painting, pulls);
    const made: tf.Tensor[] = [];
    const found = yield* stepThrough(gradients, painting, feed());
    const shrinking = shrinkingOf(stage.shape, size);
    try {
      for (const gradient of found) {
        made.push(...mapsOf(gradient, shrinking));
        yield undefined;
      }
      const [one, other] = pairOf(
        pulls.map(({ name }) => name),
        pair,
      );
      const [first, second] = [found[one], found[other]];
      if (first && second && one !== other) made.push(...fightOf(first, second, shrinking));
      const tensors = made.splice(0);
      return {
        tensors,
        read: numbers => {
          const maps = pulls.map(({ name, terms }, at): PullMap => {
            const [toward, strength, square] = numbers.slice(3 * at, 3 * at + 3).map(own);
            return {
              name,
              terms: terms.map(term => term.name),
              toward: toward ?? none,
              strength: strength ?? none,
              length: Math.sqrt(square?.[0] ?? 0),
            };
          });
          const [product, dot] = numbers.slice(3 * pulls.length).map(own);
          const [a, b] = [maps[one], maps[other]];
          const fight = product &&
            a &&
            b && {
              one: a.name,
              other: b.name,
              product,
              cosine: (dot?.[0] ?? 0) / Math.max(a.length * b.length, 1e-30),
            };
          const [height = 0, width = 0] = numbers[1]?.shape ?? [];
          const buffers = maps.flatMap(({ toward, strength }) => [toward.buffer, strength.buffer]);
          return {
            reading: { kind: 'pull', iteration, width, height, shrinking, maps, ...(fight && { fight }) },
            transfer: [...buffers, ...(product ? [product.buffer] : [])] as ArrayBuffer[],
          };
        },
      };
    } finally {
      for (const tensor of [...found, ...made]) tensor.dispose();
    }
  },
};

const none = new Float32Array();

/** A copy that may be handed over: the processor's tensors are read without one. */
const own = ({ data }: HostTensor): Float32Array => data.slice();

/** What is wanted of each pixel, how much of it, and the square of the whole length. */
const mapsOf = (gradient: tf.Tensor, shrinking: number): readonly tf.Tensor[] => {
  const squares = tf.tidy(() => tf.sum(tf.square(gradient), 2, true));
  try {
    return [
      tf.tidy(() => tf.neg(shrunk(gradient, shrinking))),
      tf.tidy(() => tf.squeeze(shrunk(tf.sqrt(squares), shrinking), [2])),
      // Row by row first: one long sum of 32 bits loses digits.
      tf.tidy(() => tf.sum(tf.sum(squares, 1))),
    ];
  } finally {
    squares.dispose();
  }
};

const fightOf = (one: tf.Tensor, other: tf.Tensor, shrinking: number): readonly tf.Tensor[] => {
  const products = tf.tidy(() => tf.sum(tf.mul(one, other), 2, true));
  try {
    return [
      tf.tidy(() => tf.squeeze(shrunk(products, shrinking), [2])),
      tf.tidy(() => tf.sum(tf.sum(products, 1))),
    ];
  } finally {
    products.dispose();
  }
};

/** Where the two that were asked for stand; the first two where they are not there. */
function pairOf(names: readonly string[], [one, other]: readonly string[] = []): readonly [number, number] {
  const [first, second] = [names.indexOf(one ?? ''), names.indexOf(other ?? '')];
  return first >= 0 && second >= 0 && first !== second ? [first, second] : [0, Math.min(1, names.length - 1)];
}
