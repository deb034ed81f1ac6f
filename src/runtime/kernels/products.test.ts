import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Backend } from '../execute/backend.ts';
import { ops } from '../ir/ops/index.ts';
import { openForTest } from '../testing/backends.ts';
import { combinationCases, combined, combinedInLoops } from '../testing/combinations.ts';
import { allowRelaxedSimd } from '../testing/convolutions.ts';
import { pooled, pooledInLoops, poolingCases } from '../testing/poolings.ts';
import { gramCases, gramError, productCases, productError, wideGramCases } from '../testing/products.ts';

allowRelaxedSimd();

describe.each([
  { name: 'plain SIMD', relaxedSimd: false },
  { name: 'relaxed SIMD', relaxedSimd: true },
])('in WebAssembly with $name', ({ relaxedSimd }) => {
  let open: Backend | undefined;
  beforeAll(async () => {
    open = await openForTest('wasm', { relaxedSimd });
  });
  afterAll(() => open?.dispose());

  test('R7 products of matrices of any shape agree with loops in double precision', () => {
    fc.assert(
      fc.property(productCases, given => void expect(productError(given)).toBeLessThan(2e-6)),
      { numRuns: 100 },
    );
  });

  test.each([
    ['small ones', gramCases],
    ['those of many channels', wideGramCases],
  ])('R7 so do Gram matrices, %s', (_, cases) => {
    fc.assert(
      fc.property(cases, features => void expect(gramError(features)).toBeLessThan(4e-6)),
      { numRuns: 100 },
    );
  });

  test('R7 poolings and their ways back are exact in any shape, and go to the first of equal numbers', () => {
    fc.assert(
      fc.property(poolingCases, given => {
        expect(pooled(given)).toEqual(pooledInLoops(given));
      }),
      { numRuns: 200 },
    );
  });

  test('R7 sums, differences, products and quotients are exact, however long the tensors are', () => {
    fc.assert(
      fc.property(combinationCases, given => {
        expect(combined(given)).toEqual(combinedInLoops(given));
      }),
      { numRuns: 60 },
    );
  });

  test('a Gram matrix equals its transpose to the last bit, and many channels are no fault', () => {
    const [channels, positions] = [1030, 7];
    const [gram, transposed] = tf.tidy(() => {
      const features = tf.randomUniform([1, positions, channels]);
      const made = ops.gram.run({ features }, { divisor: positions }, [channels, channels]);
      return [made.dataSync(), tf.transpose(made).dataSync()];
    });
    expect(gram?.every((value, at) => value === transposed?.[at])).toBe(true);
  });
});
