import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Backend } from '../runtime/execute/backend.ts';
import { openForTest } from '../runtime/testing/backends.ts';
import { combinationCases, combined, combinedInLoops } from '../runtime/testing/combinations.ts';
import {
  allowRelaxedSimd,
  convolutionCases,
  convolutionError,
  convolve,
} from '../runtime/testing/convolutions.ts';
import { random } from '../runtime/testing/numbers.ts';
import { pooled, pooledInLoops, poolingCases } from '../runtime/testing/poolings.ts';
import { gramCases, gramError, gramOf, productCases, productError } from '../runtime/testing/products.ts';
import { nodeThreads } from './node-threads.ts';

allowRelaxedSimd();

const large = { x: random([65, 70, 40], 1), kernel: random([3, 3, 40, 130], 2), padding: 1, relu: false };

describe.each([
  { name: 'plain SIMD', relaxedSimd: false },
  { name: 'relaxed SIMD', relaxedSimd: true },
])('three threads with $name', ({ relaxedSimd }) => {
  let open: Backend | undefined;
  beforeAll(async () => {
    const threads = nodeThreads(3);
    // However little there is to do, all of them take part.
    open = await openForTest('wasm', { relaxedSimd, threads: threads && { ...threads, worthHelp: 0 } });
  });
  afterAll(() => open?.dispose());

  test('are there', () => {
    expect(open?.description).toBe('WebAssembly with SIMD on 3 threads');
  });

  test('R7 agree with loops in double precision on 1,000 shapes, and on one that is not small', () => {
    expect(convolutionError(large)).toBeLessThan(1e-5);
    fc.assert(
      fc.property(convolutionCases, given => {
        expect(convolutionError(given)).toBeLessThan(1e-5);
      }),
      { numRuns: 1000 },
    );
  });

  test('R7 agree with loops on products, Gram matrices, poolings and what is combined number by number, too', () => {
    const runs = { numRuns: 50 };
    fc.assert(
      fc.property(productCases, given => void expect(productError(given)).toBeLessThan(2e-6)),
      runs,
    );
    fc.assert(
      fc.property(gramCases, features => void expect(gramError(features)).toBeLessThan(4e-6)),
      runs,
    );
    fc.assert(
      fc.property(poolingCases, given => {
        expect(pooled(given)).toEqual(pooledInLoops(given));
      }),
      runs,
    );
    fc.assert(
      fc.property(combinationCases, given => {
        expect(combined(given)).toEqual(combinedInLoops(given));
      }),
      runs,
    );
  });

  test('R9 make the same numbers as one thread', async () => {
    const features = random([70, 65, 30], 3);
    const make = () => [...convolve(large), ...gramOf(features)];
    const together = make();
    open?.dispose();
    open = await openForTest('wasm', { relaxedSimd });
    expect(open.description).toBe('WebAssembly with SIMD');
    const alone = make();
    expect(alone.length).toBe(together.length);
    expect(alone.every((value, at) => value === together[at])).toBe(true);
  });

  test('all else that tfjs does goes on in shared memory, also once that has grown', async () => {
    open?.dispose();
    open = await openForTest('wasm', { relaxedSimd, threads: nodeThreads(2) });
    const kept = tf.range(0, 1000);
    const many = tf.fill([5000, 5000], 2);
    expect(tf.tidy(() => tf.max(many).dataSync())[0]).toBe(2);
    expect(convolutionError(large)).toBeLessThan(1e-5);
    expect((await kept.data()).at(-1)).toBe(999);
    tf.dispose([kept, many]);
  });
});

test('where there is one core there are no threads', () => {
  expect(nodeThreads(1)).toBeUndefined();
});
