import { expect, test } from 'vitest';
import { at, made, type Numbers, random, sumOf } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { Program } from '../program.ts';
import { type Filter, resamplingMatrix } from '../resampling.ts';

const filters: readonly Filter[] = ['bilinear', 'bicubic', 'area'];
type Size = readonly [number, number];

function resampled(x: Numbers, from: Size, to: Size, filter: Filter): Numbers {
  const rows = resamplingMatrix(from[0], to[0], filter);
  const columns = resamplingMatrix(from[1], to[1], filter);
  return made([...to, x.shape[2] ?? 0], (i = 0, j = 0, c = 0) =>
    sumOf(from[0], p =>
      sumOf(from[1], q => (rows[i * from[0] + p] ?? 0) * (columns[j * from[1] + q] ?? 0) * at(x, p, q, c)),
    ),
  );
}

function adjointly(y: Numbers, from: Size, to: Size, filter: Filter): Numbers {
  const rows = resamplingMatrix(from[0], to[0], filter);
  const columns = resamplingMatrix(from[1], to[1], filter);
  return made([...from, y.shape[2] ?? 0], (p = 0, q = 0, c = 0) =>
    sumOf(to[0], i =>
      sumOf(to[1], j => (rows[i * from[0] + p] ?? 0) * (columns[j * from[1] + q] ?? 0) * at(y, i, j, c)),
    ),
  );
}

const sizes: readonly { from: Size; to: Size }[] = [
  { from: [7, 5], to: [10, 9] },
  { from: [9, 11], to: [4, 5] },
];

proveOp(
  'resample',
  filters.flatMap(filter =>
    sizes.flatMap(({ from, to }) => [
      opCase({
        title: `${filter}, ${from.join('×')} to ${to.join('×')}`,
        inputs: { x: random([...from, 3], 1) },
        build: (ir, given) => ir.resample(given, { from, to, filter, adjoint: false }),
        expected: ({ x }) => resampled(x, from, to, filter),
        flops: 2 * 3 * (to[0] * from[0] * from[1] + to[0] * from[1] * to[1]),
      }),
      opCase({
        title: `${filter}, adjoint of ${from.join('×')} to ${to.join('×')}`,
        inputs: { x: random([...to, 3], 1) },
        build: (ir, given) => ir.resample(given, { from, to, filter, adjoint: true }),
        expected: ({ x }) => adjointly(x, from, to, filter),
      }),
    ]),
  ),
);

for (const [from, to] of [
  [
    [67, 45],
    [95, 64],
  ],
  [
    [95, 64],
    [67, 45],
  ],
] as const) {
  for (const adjoint of [false, true]) {
    proveWorkspace(
      `resample ${from} to ${to}, adjoint ${adjoint}`,
      { x: [...(adjoint ? to : from), 3] },
      (ir, given) => ir.resample(given, { from, to, filter: 'bicubic', adjoint }),
    );
  }
}

test('to the same size it is nothing', () => {
  const { ir } = new Program();
  const x = ir.image({ shape: [4, 5, 3], hash: 'x' });
  expect(ir.resample({ x }, { from: [4, 5], to: [4, 5], filter: 'bicubic', adjoint: false })).toBe(x);
});
