/** Rows below rows, in the order of their names: [h₁, …] and [h₂, …] → [h₁ + h₂, …]; all else must agree. */
import * as tf from '@tensorflow/tfjs-core';
import { sameShape } from '../constant.ts';
import type { Op } from '../op.ts';
import type { Shape, Value } from '../value.ts';

export const concatenate: Op<string> = {
  name: 'concatenate',
  version: 1,
  shape: parts => {
    const [first = [], ...others] = inOrder(parts);
    if (others.some(part => !sameShape(part.slice(1), first.slice(1)))) {
      throw new RangeError(`concatenate: [${[first, ...others].map(part => part.join()).join('], [')}].`);
    }
    return [[first, ...others].reduce((rows, [own = 0]) => rows + own, 0), ...first.slice(1)];
  },
  flops: () => 0,
  simplify: (_, parts) => (Object.keys(parts).length === 1 ? Object.values(parts)[0] : undefined),
  gradient: (ir, { inputs, output }, dy) => {
    // A picture is cut by rows whatever else it has: two axes behind them do for any number.
    const flat = (shape: Shape): Shape => [shape[0] ?? 0, shape.slice(1).reduce((n, side) => n * side, 1), 1];
    const [rows = 0, across = 0] = flat(output.shape);
    const whole: readonly [number, number] = [rows, across];
    let from = 0;
    const gradients: Record<string, () => Value> = {};
    for (const name of Object.keys(inputs).sort()) {
      const shape = inputs[name]?.shape ?? [];
      const [height = 0] = shape;
      const at: readonly [number, number] = [from, 0];
      from += height;
      gradients[name] = () => {
        const x = ir.reshape({ x: dy }, { shape: flat(output.shape) });
        const own = ir.crop({ x }, { whole, at, size: [height, across], adjoint: false });
        return ir.reshape({ x: own }, { shape });
      };
    }
    return gradients;
  },
  run: parts => tf.concat(inOrder(parts), 0),
};

const inOrder = <T>(parts: Readonly<Record<string, T>>): T[] =>
  Object.entries(parts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, part]) => part);
