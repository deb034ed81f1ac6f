import { expect, test } from 'vitest';
import { at, made, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { Program } from '../program.ts';

const either = [false, true];
const ways = either.flatMap(transpose =>
  either.flatMap(flipRows => either.map(flipColumns => ({ transpose, flipRows, flipColumns }))),
);

proveOp(
  'orient',
  ways.slice(1).map(way =>
    opCase({
      title: JSON.stringify(way),
      inputs: { x: random([7, 5, 3], 1) },
      build: (ir, given) => ir.orient(given, way),
      expected: ({ x }) => {
        const [height, width] = way.transpose ? [5, 7] : [7, 5];
        return made([height, width, 3], (i = 0, j = 0, c = 0) => {
          const row = way.flipRows ? height - 1 - i : i;
          const column = way.flipColumns ? width - 1 - j : j;
          return way.transpose ? at(x, column, row, c) : at(x, row, column, c);
        });
      },
      flops: 0,
    }),
  ),
);

for (const way of ways.slice(1)) {
  proveWorkspace(`orient, ${JSON.stringify(way)}`, { x: [67, 45, 8] }, (ir, given) => ir.orient(given, way));
}

test('not turned and not mirrored, it is the picture itself', () => {
  const { ir } = new Program();
  const x = ir.image({ shape: [2, 4, 3], hash: 'x' });
  expect(ir.orient({ x }, { transpose: false, flipRows: false, flipColumns: false })).toBe(x);
});
