import { expect, test } from 'vitest';
import { each, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { Program } from '../program.ts';

const x = random([7, 5, 3], 1);

proveOp(
  'affine',
  [
    { factor: -2.5, offset: 0.75, flops: 2 },
    { factor: 1, offset: 0.75, flops: 1 },
    { factor: 3, offset: 0, flops: 1 },
  ].map(({ factor, offset, flops }) =>
    opCase({
      title: `${factor} · x + ${offset}`,
      inputs: { x },
      build: (ir, given) => ir.affine(given, { factor, offset }),
      expected: given => each(given.x, value => value * factor + offset),
      flops: flops * 7 * 5 * 3,
    }),
  ),
);

proveWorkspace('affine', { x: [67, 45, 8] }, (ir, given) => ir.affine(given, { factor: 2, offset: 1 }));

test('of a constant it is a constant, and 1 · x + 0 is x', () => {
  const { ir } = new Program();
  const image = ir.image({ shape: [2], hash: 'x' });
  expect(ir.affine({ x: image }, { factor: 1, offset: 0 })).toBe(image);
  const three = ir.fill({}, { shape: [2], value: 3 });
  expect(ir.affine({ x: three }, { factor: 2, offset: 1 })).toBe(ir.fill({}, { shape: [2], value: 7 }));
});

test('of an affine value it is one affine value, and its factor joins that of a scaled one', () => {
  const { ir } = new Program();
  const image = ir.image({ shape: [2, 3], hash: 'x' });
  const twice = ir.affine({ x: image }, { factor: 2, offset: 1 });
  expect(ir.affine({ x: twice }, { factor: -3, offset: 5 })).toBe(
    ir.affine({ x: image }, { factor: -6, offset: 2 }),
  );
  const by = ir.live({ node: 'loss', name: 'weight' });
  const scaled = ir.scale({ x: image, by });
  const third = ir.affine({ x: by }, { factor: 3, offset: 0 });
  expect(ir.affine({ x: scaled }, { factor: 3, offset: 0 })).toBe(ir.scale({ x: image, by: third }));
  expect(ir.affine({ x: scaled }, { factor: 3, offset: 1 }).inputs.x).toBe(scaled);
});
