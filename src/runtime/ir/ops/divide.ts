/** a / b, element by element. Who divides sees to it that b is not zero. */
import { commonShape, constantOf } from '../constant.ts';
import type { Op } from '../op.ts';
import { combined } from '../own-kernels.ts';
import { elements } from '../value.ts';

export const divide: Op<'a' | 'b'> = {
  name: 'divide',
  version: 1,
  shape: ({ a, b }) => commonShape('divide', a, b),
  flops: (_, __, output) => elements(output),
  simplify: (_, { a, b }) => (constantOf(b) === 1 ? a : undefined),
  gradient: (ir, { inputs: { b }, output }, dy) => ({
    a: () => ir.divide({ a: dy, b }),
    b: () =>
      ir.affine({ x: ir.divide({ a: ir.multiply({ a: dy, b: output }), b }) }, { factor: -1, offset: 0 }),
  }),
  run: ({ a, b }) => combined('divide', a, b),
};
