import { expect, test } from 'vitest';
import { schedule } from '../../../src/runtime/compile/schedule.ts';
import { Program } from '../../../src/runtime/ir/program.ts';
import { bytesMoved } from './bytes-moved.ts';

test('each op reads what it takes and writes what it makes; a view moves nothing', () => {
  const { ir } = new Program();
  const x = ir.image({ hash: 'x', shape: [4, 6, 3] });
  const pooled = ir.maxPool({ x });
  const flat = ir.reshape({ x: pooled }, { shape: [6, 3] });
  const square = ir.matmul({ a: ir.transpose({ x: flat }), b: flat });
  // The pooling takes 72 numbers and makes 18, as many as the transposition takes and makes; the product makes 9 of 2 × 18.
  expect(bytesMoved(schedule([square]))).toBe(4 * (72 + 18 + (18 + 18) + (36 + 9)));
});
