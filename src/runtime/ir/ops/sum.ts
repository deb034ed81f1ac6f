/** The sum of all elements: a scalar. */
import type { Op } from '../op.ts';
import { byOwnKernel, sumOfAll } from '../own-kernels.ts';
import { total } from '../total.ts';
import { elements } from '../value.ts';

export const sum: Op<'x'> = {
  name: 'sum',
  version: 1,
  shape: () => [],
  flops: ({ x }) => elements(x),
  simplify: (_, { x }) => (x.shape.length === 0 ? x : undefined),
  gradient: (ir, { inputs: { x } }, dy) => ({ x: () => ir.broadcast({ x: dy }, { shape: x.shape }) }),
  run: ({ x }) => byOwnKernel(sumOfAll, { x }, { squares: false, factor: 1 }) ?? total(x),
};
