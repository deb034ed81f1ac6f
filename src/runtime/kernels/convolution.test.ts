import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Backend } from '../execute/backend.ts';
import { openForTest } from '../testing/backends.ts';
import { allowRelaxedSimd, convolutionCases, convolutionError, convolve } from '../testing/convolutions.ts';
import { type Numbers, random } from '../testing/numbers.ts';
import { hasRelaxed } from './kernels.ts';

allowRelaxedSimd();

describe.each([
  { name: 'plain SIMD', relaxedSimd: false },
  { name: 'relaxed SIMD', relaxedSimd: true },
])('the convolution in WebAssembly with $name', ({ relaxedSimd }) => {
  let open: Backend | undefined;
  beforeAll(async () => {
    open = await openForTest('wasm', { relaxedSimd });
  });
  afterAll(() => open?.dispose());

  test('is to be had here', () => {
    expect(hasRelaxed()).toBe(true);
  });

  test('R7 agrees with loops in double precision on 1,000 shapes, with and without bias, ReLU and mask', () => {
    fc.assert(
      fc.property(convolutionCases, given => {
        expect(convolutionError(given)).toBeLessThan(1e-5);
      }),
      { numRuns: 1000 },
    );
  });

  test('R7 errs by less than 1e-4 of the activations’ scale with as many channels as VGG-19 has', () => {
    const given = { x: random([9, 11, 512], 1), kernel: random([3, 3, 512, 16], 2), padding: 1, relu: false };
    expect(convolutionError(given)).toBeLessThan(3e-5);
  });

  test('what is not a number stays none, so that a run that has gone wrong is noticed', () => {
    const x: Numbers = { shape: [5, 5, 4], data: new Float64Array(100).fill(Number.NaN) };
    const given = { x, kernel: random([3, 3, 4, 4], 2), padding: 1, relu: true };
    expect(convolve(given).every(Number.isNaN)).toBe(true);
  });
});
