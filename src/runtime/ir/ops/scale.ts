/** Every element of x times the scalar `by`, which may be live. */
import { constantOf } from '../constant.ts';
import type { Op } from '../op.ts';
import { combined } from '../own-kernels.ts';
import { elements } from '../value.ts';

export const scale: Op<'x' | 'by'> = {
  name: 'scale',
  version: 1,
  shape: ({ x }) => x,
  flops: (_, __, output) => elements(output),
  simplify: (ir, { x, by }) => {
    const factor = constantOf(by);
    if (factor !== undefined) return ir.affine({ x }, { factor, offset: 0 });
    const number = x.shape.length === 0 ? constantOf(x) : undefined;
    return number === undefined ? undefined : ir.affine({ x: by }, { factor: number, offset: 0 });
  },
  gradient: (ir, { inputs: { x, by } }, dy) => ({
    x: () => ir.scale({ x: dy, by }),
    by: () => ir.sum({ x: ir.multiply({ a: dy, b: x }) }),
  }),
  run: ({ x, by }) => combined('multiply', x, by),
};
