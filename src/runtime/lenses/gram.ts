/**
 * The Gram lens: which channels fire together in the picture, and in the style it is to have. For one entry of the
 * matrix, its two channels and their product at every position: the mean of that map is the entry.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { NodeId } from '../../graph/document.ts';
import type { Pause } from '../cache/compute.ts';
import type { HostTensor } from '../execute/resources.ts';
import { paintingOf } from './balance.ts';
import { type ComparedGrams, comparedGrams } from './compared-grams.ts';
import type { Lens, Taken } from './lens.ts';
import type { LensGround } from './lens-ground.ts';
import type { LensPainting } from './lens-painting.ts';
import { shrinkingOf, shrunk } from './shrink.ts';
import { stepThrough } from './step-through.ts';

export interface GramWish {
  readonly optimiser: NodeId;
  /** The term that compares the matrices; without it, or where it does not, the first that does. */
  readonly term?: string;
  /** The entry whose channels are shown. */
  readonly entry?: readonly [row: number, column: number];
  /** How long the longer side of a channel's map may be. */
  readonly size: number;
}

/** Where two channels fire, alone and together: [height, width] each. */
export interface Together {
  readonly width: number;
  readonly height: number;
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly product: Float32Array;
  /** Of the product over all positions, before any were taken together: the entry, where that is divided by the positions. */
  readonly mean: number;
}

export interface GramReading {
  readonly kind: 'gram';
  readonly iteration: number;
  /** The terms that compare Gram matrices. */
  readonly terms: readonly string[];
  readonly term: string;
  readonly channels: number;
  /** [channels, channels], row by row. */
  readonly target: Float32Array;
  readonly present: Float32Array;
  readonly entry?: readonly [row: number, column: number];
  /** In the picture, and in the style where its features are at hand. */
  readonly picture?: Together;
  readonly style?: Together;
}

export const gram: Lens<GramWish, GramReading> = {
  moment: ({ optimiser }, ground) => {
    const painting = ground.painting(optimiser);
    return painting && gramTerms(painting).length > 0 ? painting.moment : undefined;
  },
  *measure({ optimiser, term: asked, entry, size }, ground): Generator<Pause, Taken<GramReading>> {
    const painting = paintingOf(optimiser, ground);
    const terms = gramTerms(painting);
    const chosen = terms.find(({ name }) => name === asked) ?? terms[0];
    if (!chosen) throw new Error('No term compares Gram matrices.');
    const { grams, name } = chosen;
    const channels = grams.present.shape[0] ?? 0;
    const shown = entry?.every(at => at >= 0 && at < channels) ? entry : undefined;
    const [present, target, features] = yield* stepThrough(
      [grams.present, grams.target, ...(shown ? [grams.features] : [])],
      painting,
    );
    const tensors = [present, target].flatMap(tensor => tensor ?? []);
    const style = shown && styleFeatures(grams, painting, ground);
    if (shown && features) tensors.push(...pairAt(features, shown, size));
    if (shown && style) tensors.push(...pairAt(style, shown, size));
    features?.dispose();
    const { iteration } = painting;
    return {
      tensors,
      read: ([now, goal, picture, mean, styled, styledMean]) => ({
        reading: {
          kind: 'gram',
          iteration,
          terms: terms.map(({ name }) => name),
          term: name,
          channels,
          target: goal?.data.slice() ?? new Float32Array(),
          present: now?.data.slice() ?? new Float32Array(),
          ...(shown && { entry: shown }),
          ...(picture && { picture: togetherIn(picture, mean) }),
          ...(styled && { style: togetherIn(styled, styledMean) }),
        },
      }),
    };
  },
};

interface GramTerm {
  readonly name: string;
  readonly grams: ComparedGrams;
}

const known = new WeakMap<LensPainting['stage'], readonly GramTerm[]>();

function gramTerms({ stage }: LensPainting): readonly GramTerm[] {
  const before = known.get(stage);
  if (before) return before;
  const leaf = stage.carried[0]?.leaf;
  const found = stage.terms.flatMap((term): GramTerm[] => {
    const grams = leaf && comparedGrams(term, leaf);
    return grams ? [{ name: term.name, grams }] : [];
  });
  known.set(stage, found);
  return found;
}

/** The features of the style, where they were computed and are kept; they stay where they are. */
const styleFeatures = (
  { targetFeatures }: ComparedGrams,
  painting: LensPainting,
  ground: LensGround,
): tf.Tensor | undefined => {
  if (!targetFeatures) return undefined;
  return painting.has(targetFeatures) ? painting.get(targetFeatures) : ground.held(targetFeatures);
};

/** Two channels and their product, side by side: [h, w, 3], and the product's mean. */
const pairAt = (
  features: tf.Tensor,
  [row, column]: readonly [number, number],
  size: number,
): readonly tf.Tensor[] =>
  tf.tidy(() => {
    const [height = 1, width = 1] = features.shape;
    const channel = (at: number) => tf.slice(features, [0, 0, at], [height, width, 1]);
    const [first, second] = [channel(row), channel(column)];
    const product = tf.mul(first, second);
    const beside = tf.concat([first, second, product], 2);
    // Row by row first: one long sum of 32 bits loses digits.
    return [shrunk(beside, shrinkingOf([height, width], size)), tf.mean(tf.mean(product, 1))];
  });

function togetherIn({ shape, data }: HostTensor, mean: HostTensor | undefined): Together {
  const [height = 0, width = 0] = shape;
  const plane = (at: number) =>
    Float32Array.from({ length: height * width }, (_, pixel) => data[3 * pixel + at] ?? 0);
  const [first, second, product] = [plane(0), plane(1), plane(2)];
  return { width, height, first, second, product, mean: mean?.data[0] ?? 0 };
}
