/** a · b, element by element. */
import { commonShape, constantOf } from '../constant.ts';
import type { Op } from '../op.ts';
import { combined } from '../own-kernels.ts';
import { elements } from '../value.ts';

export const multiply: Op<'a' | 'b'> = {
  name: 'multiply',
  version: 1,
  shape: ({ a, b }) => commonShape('multiply', a, b),
  flops: (_, __, output) => elements(output),
  simplify: (ir, { a, b }) => {
    const [ofA, ofB] = [constantOf(a), constantOf(b)];
    if (ofB !== undefined) return ir.affine({ x: a }, { factor: ofB, offset: 0 });
    if (ofA !== undefined) return ir.affine({ x: b }, { factor: ofA, offset: 0 });
    return undefined;
  },
  gradient: (ir, { inputs: { a, b } }, dy) => ({
    a: () => ir.multiply({ a: dy, b }),
    b: () => ir.multiply({ a: dy, b: a }),
  }),
  run: ({ a, b }) => combined('multiply', a, b),
};
