import { expect, test } from 'vitest';
import { message } from '../language/message.ts';
import { Program } from '../runtime/ir/program.ts';
import { made, random } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { matrixRoot } from './matrix-root.ts';
import { computed, leafOf } from './testing/alone.ts';
import { spectral, times } from './testing/eigenvalues.ts';
import {
  average,
  compared,
  dot,
  liveWeights,
  ofOtherEncoders,
  type Rows,
  squares,
  turned,
} from './testing/feature-loss.ts';
import { wassersteinLoss } from './wasserstein-loss.ts';

onWasm();

test('the root by Newton and Schulz is that by eigenvalues', async () => {
  const factor = random([7, 5], 3);
  const rows = Array.from({ length: 7 }, (_, i) => [...factor.data.subarray(5 * i, 5 * i + 5)]);
  const matrix = times(turned(rows), rows);
  const expected = spectral(matrix, Math.sqrt);
  const { ir } = new Program();
  const given = { matrix: made([5, 5], (i = 0, j = 0) => matrix[i]?.[j] ?? 0) };
  const { data } = await computed(matrixRoot(ir, leafOf(ir, given, 'matrix')), given);
  for (const [at, value] of expected.flat().entries()) expect(data[at]).toBeCloseTo(value, 3);
});

const meansOf = (rows: Rows) => turned(rows).map(average);

function covarianceOf(rows: Rows): number[][] {
  const means = meansOf(rows);
  const columns = turned(rows).map((column, c) => column.map(value => value - (means[c] ?? 0)));
  return columns.map((a, i) => columns.map((b, j) => dot(a, b) / rows.length + (i === j ? 1e-4 : 0)));
}

/** By eigenvalues, in double precision, where the node iterates in float32. */
function expected(picture: Rows, target: Rows): number {
  const apart = meansOf(picture).map((value, c) => (value - (meansOf(target)[c] ?? 0)) ** 2);
  const [own, theirs] = [covarianceOf(picture), covarianceOf(target)];
  const root = spectral(theirs, Math.sqrt);
  const shared = spectral(times(times(root, own), root), value => Math.sqrt(Math.max(0, value)));
  const diagonal = own.map((row, c) => (row[c] ?? 0) + (theirs[c]?.[c] ?? 0) - 2 * (shared[c]?.[c] ?? 0));
  return average(apart) + average(diagonal);
}

const { picture, target, loss, weights } = compared(wassersteinLoss, [9, 7, 5], [6, 11, 5], -0.3);

test('R7 it is the squared Wasserstein distance of two normal distributions, divided by the channels', async () => {
  expect(await loss({ balance: false })).toBeCloseTo(expected(picture, target), 5);
});

test('balanced, it is that of features whose target has a mean square of 1', async () => {
  const length = Math.sqrt(squares(target));
  const scaled = (rows: Rows) => rows.map(row => row.map(value => value / length));
  expect(await loss()).toBeCloseTo(expected(scaled(picture), scaled(target)), 4);
});

test('features that are spread alike are at no distance, wherever they stand', async () => {
  const same = compared(wassersteinLoss, [9, 7, 5], [9, 7, 5]);
  expect(Math.abs(expected(same.picture, same.picture))).toBeLessThan(1e-9);
  expect(expected(same.picture, [...same.picture].reverse())).toBeCloseTo(0, 9);
});

test('R3 its weights are live', () => expect(weights()).toEqual(liveWeights));

test('features of two encoders are refused', () => {
  expect(ofOtherEncoders(wassersteinLoss)).toEqual({
    ok: false,
    reason: { reason: message('stack.other-encoder'), port: 'features' },
  });
});
