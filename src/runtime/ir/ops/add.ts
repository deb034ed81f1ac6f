/** a + b, element by element. */
import { commonShape, constantOf } from '../constant.ts';
import type { Op } from '../op.ts';
import { combined } from '../own-kernels.ts';
import type { Ir } from '../program.ts';
import { elements, type Value } from '../value.ts';

export const add: Op<'a' | 'b'> = {
  name: 'add',
  version: 1,
  shape: ({ a, b }) => commonShape('add', a, b),
  flops: (_, __, output) => elements(output),
  simplify: (ir, { a, b }) => {
    const [ofA, ofB] = [constantOf(a), constantOf(b)];
    if (ofB !== undefined) return ir.affine({ x: a }, { factor: 1, offset: ofB });
    if (ofA !== undefined) return ir.affine({ x: b }, { factor: 1, offset: ofA });
    return mixedPlus(ir, a, b) ?? mixedPlus(ir, b, a);
  },
  gradient: (_, __, dy) => ({ a: () => dy, b: () => dy }),
  run: ({ a, b }) => combined('add', a, b),
};

/** Two gradients meet where a layer is tapped: the one that a product makes takes up the other. */
function mixedPlus(ir: Ir, { op, inputs: { x, by, plus: taken } }: Value, plus: Value): Value | undefined {
  return op.name === 'mixChannels' && x && by && !taken ? ir.mixChannels({ x, by, plus }) : undefined;
}
