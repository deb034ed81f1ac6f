/**
 * The leaves of the tensor program: what comes from outside, bound to tensors when the plan runs. A leaf is
 * named by content wherever there is content (a hash of pixels, of weights), so that the keys made from it
 * are keys of content, too (rule R1).
 */
import type { LeafDefinition } from './op.ts';
import type { Shape } from './value.ts';

type Shaped = { readonly shape: Shape };

/** Pixels of a picture, RGB, 0 to 1. `hash` is of the decoded pixels. */
const image: LeafDefinition<Shaped & { readonly hash: string }> = {
  name: 'image',
  version: 1,
  leaf: true,
  shape: ({ shape }) => shape,
};

/** A tensor of an encoder: `conv3_1/kernel` [3, 3, in, out] or `conv3_1/bias` [out]. `encoder` is the pack's hash. */
const weight: LeafDefinition<Shaped & { readonly encoder: string; readonly tensor: string }> = {
  name: 'weight',
  version: 1,
  leaf: true,
  shape: ({ shape }) => shape,
};

/** A scalar that may change between two iterations: a live parameter of `node`, or a number of its optimiser's own. */
const live: LeafDefinition<{ readonly node: string; readonly name: string }> = {
  name: 'live',
  version: 1,
  leaf: true,
  shape: () => [],
};

/** A tensor that the loop carries from one iteration to the next: the picture, a moment of Adam. */
const carried: LeafDefinition<Shaped & { readonly picture: string; readonly name: string }> = {
  name: 'carried',
  version: 1,
  leaf: true,
  shape: ({ shape }) => shape,
};

/** The picture that an optimiser has arrived at. `stage` tells it from others in the same program. */
const outcome: LeafDefinition<Shaped & { readonly stage: string }> = {
  name: 'outcome',
  version: 1,
  leaf: true,
  shape: ({ shape }) => shape,
};

export const leaves = { image, weight, live, carried, outcome };
