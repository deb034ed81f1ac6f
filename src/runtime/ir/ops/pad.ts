/**
 * A border of `amount` pixels that repeats the outermost ones or mirrors what lies inside them:
 * [H, W, C] → [H + 2a, W + 2a, C]. The adjoint is its transpose: it folds a border back onto the pixels that
 * it came from. Built from slices, because tfjs' mirrorPad has a gradient that merely cuts the border off.
 */
import * as tf from '@tensorflow/tfjs-core';
import { freeing } from '../freeing.ts';
import type { Op } from '../op.ts';
import { bytes, elements } from '../value.ts';

export interface PadAttributes {
  readonly mode: 'replicate' | 'reflect';
  readonly amount: number;
  readonly adjoint: boolean;
  readonly [name: string]: string | number | boolean;
}

export const pad: Op<'x', PadAttributes> = {
  name: 'pad',
  version: 1,
  shape: ({ x: [h = 0, w = 0, c = 0] }, { mode, amount, adjoint }) => {
    const grown = adjoint ? -2 * amount : 2 * amount;
    const inner = Math.min(h, w) - (adjoint ? 2 * amount : 0);
    if (inner < (mode === 'reflect' ? amount + 1 : 1)) {
      throw new RangeError(`pad: [${h},${w},${c}] is too small for a border of ${amount} (${mode}).`);
    }
    return [h + grown, w + grown, c];
  },
  flops: ({ x }, { adjoint }, output) => (adjoint ? elements(x) - elements(output) : 0),
  workspace: ({ x: [h = 0, w = 0, c = 0] }, { adjoint, amount }, output) => {
    const [height = 0] = output;
    const rowsDone = bytes([height, w, c]);
    const borders = (length: number) => bytes([length, 8 * amount + 6, c]);
    if (!adjoint) return rowsDone + borders(height);
    return Math.max(2 * rowsDone + borders(w) - bytes(output), rowsDone + bytes(output) + borders(h));
  },
  simplify: (_, { x }, { amount }) => (amount === 0 ? x : undefined),
  gradient: (ir, { attributes: { mode, amount, adjoint } }, dy) => ({
    x: () => ir.pad({ x: dy }, { mode, amount, adjoint: !adjoint }),
  }),
  run: ({ x }, { mode, amount, adjoint }) => {
    const along = adjoint ? folded : bordered;
    return freeing(
      tf.tidy(() => along(x, 0, mode, amount)),
      rows => along(rows, 1, mode, amount),
    );
  },
};

const cut = (x: tf.Tensor, axis: number, start: number, end: number): tf.Tensor =>
  tf.slice(
    x,
    x.shape.map((_, at) => (at === axis ? start : 0)),
    x.shape.map((extent, at) => (at === axis ? end - start : extent)),
  );

function bordered(x: tf.Tensor, axis: number, mode: PadAttributes['mode'], amount: number): tf.Tensor {
  const size = x.shape[axis] ?? 0;
  if (mode === 'reflect') {
    const before = tf.reverse(cut(x, axis, 1, amount + 1), axis);
    const after = tf.reverse(cut(x, axis, size - 1 - amount, size - 1), axis);
    return tf.concat([before, x, after], axis);
  }
  const first = cut(x, axis, 0, 1);
  const last = cut(x, axis, size - 1, size);
  const times = (edge: tf.Tensor) => Array.from({ length: amount }, () => edge);
  return tf.concat([...times(first), x, ...times(last)], axis);
}

function folded(y: tf.Tensor, axis: number, mode: PadAttributes['mode'], amount: number): tf.Tensor {
  const size = (y.shape[axis] ?? 0) - 2 * amount;
  const fold = (border: tf.Tensor) =>
    mode === 'reflect' ? tf.reverse(border, axis) : tf.sum(border, axis, true);
  const width = mode === 'reflect' ? amount : 1;
  const inset = mode === 'reflect' ? 1 : 0;
  const borders = [
    { at: inset, tensor: fold(cut(y, axis, 0, amount)) },
    { at: size - inset - width, tensor: fold(cut(y, axis, size + amount, size + 2 * amount)) },
  ];
  // Both borders may come from the same pixels of a small picture, so it is cut wherever one begins or ends.
  const cuts = [...new Set([0, ...borders.flatMap(({ at }) => [at, at + width]), size])].sort(
    (a, b) => a - b,
  );
  const parts = cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0;
    const own = cut(y, axis, start + amount, end + amount);
    return borders
      .filter(({ at }) => at <= start && end <= at + width)
      .reduce((part, { at, tensor }) => tf.add(part, cut(tensor, axis, start - at, end - at)), own);
  });
  return tf.concat(parts, axis);
}
