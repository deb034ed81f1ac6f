/**
 * A picture at another size: R·x·Sᵀ with a matrix of filter weights for the rows and one for the columns.
 * The adjoint is its transpose, Rᵀ·x·S, from the size `to` back to the size `from`.
 */
import * as tf from '@tensorflow/tfjs-core';
import { sameShape } from '../constant.ts';
import { freeing } from '../freeing.ts';
import type { Op } from '../op.ts';
import { type Filter, resamplingMatrix, transposed } from '../resampling.ts';
import { bytes } from '../value.ts';

type Size = readonly [height: number, width: number];

export interface ResampleAttributes {
  readonly from: Size;
  readonly to: Size;
  readonly filter: Filter;
  readonly adjoint: boolean;
  readonly [name: string]: Size | string | boolean;
}

const ends = ({ from, to, adjoint }: ResampleAttributes) =>
  adjoint ? { source: to, target: from } : { source: from, target: to };

export const resample: Op<'x', ResampleAttributes> = {
  name: 'resample',
  version: 1,
  shape: ({ x: [h = 0, w = 0, c = 0] }, attributes) => {
    const { source, target } = ends(attributes);
    if (!sameShape([h, w], source))
      throw new RangeError(`resample: [${h},${w},${c}] is not ${source.join('×')}.`);
    return [...target, c];
  },
  flops: ({ x: [h = 0, w = 0, c = 0] }, _, [height = 0, width = 0]) =>
    2 * height * w * c * h + 2 * width * height * c * w,
  workspace: ({ x }, _, output) => {
    const [h = 0, w = 0, c = 0] = x;
    const [height = 0, width = 0] = output;
    const rowsDone = bytes([height, w, c]);
    const before = Math.max(
      bytes(x) + bytes([h, height]) + rowsDone,
      2 * rowsDone,
      rowsDone + bytes([w, width]) + bytes(output),
    );
    return Math.max(before - bytes(output), bytes(output));
  },
  simplify: (_, { x }, { from, to }) => (sameShape(from, to) ? x : undefined),
  gradient: (ir, { attributes }, dy) => ({
    x: () => ir.resample({ x: dy }, { ...attributes, adjoint: !attributes.adjoint }),
  }),
  // Turned before each product, so that the axis in question is the last and the matrix is the right factor:
  // tfjs keeps that one in a layout of its own on wasm, and the picture is used elsewhere under other shapes.
  run: ({ x }, attributes) => {
    const rowsDone = freeing(turned(x), it => alongLast(it, 0, attributes));
    const columnsLast = freeing(rowsDone, turned);
    const columnsDone = freeing(columnsLast, it => alongLast(it, 1, attributes));
    return freeing(columnsDone, turned);
  },
};

/** The first axis moved behind the others. Three times is once around. */
const turned = (x: tf.Tensor): tf.Tensor => tf.transpose(x, [1, 2, 0]);

function alongLast(x: tf.Tensor, axis: 0 | 1, attributes: ResampleAttributes): tf.Tensor {
  const [outer = 0, inner = 0, length = 0] = x.shape;
  const product = tf.matMul(tf.reshape(x, [outer * inner, length]), weights(axis, attributes));
  return tf.reshape(product, [outer, inner, ends(attributes).target[axis]]);
}

/** Filter weights [source, target], to be multiplied with from the left. */
function weights(axis: 0 | 1, { from, to, filter, adjoint }: ResampleAttributes): tf.Tensor2D {
  const [inner, outer] = [from[axis], to[axis]];
  const matrix = resamplingMatrix(inner, outer, filter);
  return adjoint
    ? tf.tensor2d(matrix, [outer, inner])
    : tf.tensor2d(transposed(matrix, outer, inner), [inner, outer]);
}
