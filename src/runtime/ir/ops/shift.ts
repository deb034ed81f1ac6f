/** Every element of x plus the scalar `by`, which may be live. */
import type { Op } from '../op.ts';
import { combined } from '../own-kernels.ts';
import { elements } from '../value.ts';

export const shift: Op<'x' | 'by'> = {
  name: 'shift',
  version: 1,
  shape: ({ x }) => x,
  flops: (_, __, output) => elements(output),
  gradient: (ir, _, dy) => ({ x: () => dy, by: () => ir.sum({ x: dy }) }),
  run: ({ x, by }) => combined('add', x, by),
};
