import type { Tensor } from '@tensorflow/tfjs-core';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Backend } from '../execute/backend.ts';
import { ops } from '../ir/ops/index.ts';
import { openForTest } from '../testing/backends.ts';
import { at, made, type Numbers, random, sumOf } from '../testing/numbers.ts';

let open: Backend | undefined;
beforeAll(async () => {
  open = await openForTest('wasm');
});
afterAll(() => open?.dispose());

interface Case {
  readonly x: Numbers;
  readonly kernel: Numbers;
  readonly bias?: Numbers | undefined;
  readonly mask?: Numbers | undefined;
  readonly padding: number;
  readonly relu: boolean;
}

const sizes = { height: fc.integer({ min: 1, max: 13 }), width: fc.integer({ min: 1, max: 13 }) };
const channels = { channels: fc.integer({ min: 1, max: 19 }), outputs: fc.integer({ min: 1, max: 19 }) };
const flags = { relu: fc.boolean(), hasBias: fc.boolean(), hasMask: fc.boolean() };
const cases = fc
  .record({ ...sizes, ...channels, ...flags, padding: fc.integer({ min: 0, max: 2 }), seed: fc.nat(1e6) })
  .filter(({ height, width, padding }) => Math.min(height, width) + 2 * padding > 2)
  .map(
    ({ height, width, channels, outputs, hasBias, hasMask, seed, ...rest }): Case => ({
      x: random([height, width, channels], seed),
      kernel: random([3, 3, channels, outputs], seed + 1),
      bias: hasBias ? random([outputs], seed + 2) : undefined,
      mask: hasMask ? random([height, width, channels], seed + 3) : undefined,
      ...rest,
    }),
  );

/** In double precision, by loops. */
function expected({ x, kernel, bias, mask, padding, relu }: Case): Numbers {
  const [h = 0, w = 0, c = 0] = x.shape;
  const passing: Numbers = { ...x, data: x.data.map((v, k) => (mask && !((mask.data[k] ?? 0) > 0) ? 0 : v)) };
  return made([h + 2 * padding - 2, w + 2 * padding - 2, kernel.shape[3] ?? 0], (i = 0, j = 0, l = 0) => {
    const sum = sumOf(3, p =>
      sumOf(3, q => {
        const [row, column] = [i + p - padding, j + q - padding];
        if (row < 0 || column < 0 || row >= h || column >= w) return 0;
        return sumOf(c, k => at(passing, row, column, k) * at(kernel, p, q, k, l));
      }),
    );
    const value = sum + (bias ? at(bias, l) : 0);
    return relu ? Math.max(0, value) : value;
  });
}

function computed({ x, kernel, bias, mask, padding, relu }: Case): Float32Array {
  return tf.tidy(() => {
    const inputs = {
      x: tensorOf(x),
      kernel: tensorOf(kernel),
      ...(bias && { bias: tensorOf(bias) }),
      ...(mask && { mask: tensorOf(mask) }),
    };
    return ops.conv2d.run(inputs, { padding, relu }, []).dataSync<'float32'>();
  });
}

const tensorOf = ({ shape, data }: Numbers): Tensor => tf.tensor(Float32Array.from(data), [...shape]);

/** The largest error, of the largest number that there is. */
function errorOf(given: Case): number {
  const [should, is] = [expected(given).data, computed(given)];
  expect(is.length).toBe(should.length);
  const scale = should.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-3);
  return should.reduce(
    (most, value, k) => Math.max(most, Math.abs(value - (is[k] ?? Number.NaN)) / scale),
    0,
  );
}

describe('the convolution in WebAssembly', () => {
  test('R7 agrees with loops in double precision on 1,000 shapes, with and without bias, ReLU and mask', () => {
    fc.assert(
      fc.property(cases, given => {
        expect(errorOf(given)).toBeLessThan(2e-5);
      }),
      { numRuns: 1000 },
    );
  });

  test('R7 errs by less than 1e-4 of the activations’ scale with as many channels as VGG-19 has', () => {
    const given = {
      x: random([9, 11, 512], 1),
      kernel: random([3, 3, 512, 16], 2),
      padding: 1,
      relu: false,
    };
    expect(errorOf(given)).toBeLessThan(3e-5);
  });

  test('what is not a number stays none, so that a run that has gone wrong is noticed', () => {
    const x: Numbers = { shape: [5, 5, 4], data: random([5, 5, 4], 1).data.fill(Number.NaN) };
    const given = { x, kernel: random([3, 3, 4, 4], 2), padding: 1, relu: true };
    expect(computed(given).every(Number.isNaN)).toBe(true);
  });
});
