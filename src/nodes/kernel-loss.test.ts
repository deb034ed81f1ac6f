import { expect, test } from 'vitest';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { kernelLoss } from './kernel-loss.ts';
import { average, compared, dot, latticeOf, liveWeights, type Rows } from './testing/feature-loss.ts';

onWasm();

const { picture, target, loss, weights } = compared(kernelLoss, [9, 7, 4], [6, 11, 4]);

type Kernel = (a: readonly number[], b: readonly number[]) => number;

const pairs = (kernel: Kernel, a: Rows, b: Rows) => average(a.flatMap(x => b.map(y => kernel(x, y))));

const discrepancy = (kernel: Kernel, a: Rows, b: Rows) =>
  pairs(kernel, a, a) - 2 * pairs(kernel, a, b) + pairs(kernel, b, b);

const squared: Kernel = (a, b) => a.reduce((sum, value, at) => sum + (value - (b[at] ?? 0)) ** 2, 0);

function gaussian(width: number): Kernel {
  return (a, b) => average([0.5, 1, 2].map(factor => Math.exp(-squared(a, b) / (2 * factor ** 2 * width))));
}

const kernels: Record<string, Kernel> = { linear: dot, quadratic: (a, b) => dot(a, b) ** 2 };

test.each(Object.entries(kernels))('R7 %s, it is the mean over all pairs', async (name, kernel) => {
  const expected = discrepancy(kernel, picture, target);
  expect(await loss({ kernel: name, balance: false })).toBeCloseTo(expected, 5);
  expect(await loss({ kernel: name })).toBeCloseTo(expected / pairs(kernel, target, target), 4);
});

test('R7 Gaussian, it is the mean over all pairs of samples, of three widths', async () => {
  const [own, theirs] = [latticeOf(picture, [9, 7], 5), latticeOf(target, [6, 11], 5)];
  const kernel = gaussian(pairs(squared, theirs, theirs));
  const expected = discrepancy(kernel, own, theirs);
  expect(await loss({ samples: 5, balance: false })).toBeCloseTo(expected, 5);
  expect(await loss({ samples: 5 })).toBeCloseTo(expected / pairs(kernel, theirs, theirs), 5);
});

test('R3 its weights are live', () => expect(weights()).toEqual(liveWeights));
