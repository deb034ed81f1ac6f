import { expect, test } from 'vitest';
import { expectClose } from '../testing/differences.ts';
import { each, type Numbers, random, scalar } from '../testing/numbers.ts';
import { onWasm } from '../testing/on-wasm.ts';
import { stepThrough } from '../testing/step-by-step.ts';
import { adam } from './adam.ts';
import type { Settings } from './rule.ts';

onWasm();

const start = random([3, 5, 3], 1, 0, 1);
/** Twenty gradients of very different sizes, as layers of an encoder give them. */
const gradients = Array.from({ length: 20 }, (_, at) =>
  each(random([3, 5, 3], at + 2), v => v * 10 ** (at % 4)),
);

/** Kingma and Ba 2015, algorithm 1, as it stands in the paper. */
function byTheFormula(settingsAt: (iteration: number) => Settings): Numbers[] {
  const x = Float64Array.from(start.data);
  const [m, v] = [new Float64Array(x.length), new Float64Array(x.length)];
  return gradients.map((gradient, index) => {
    const t = index + 1;
    const { learningRate = 0, beta1 = 0, beta2 = 0, epsilon = 0 } = settingsAt(t);
    for (const [i, g] of gradient.data.entries()) {
      m[i] = beta1 * (m[i] ?? 0) + (1 - beta1) * g;
      v[i] = beta2 * (v[i] ?? 0) + (1 - beta2) * g ** 2;
      const [mean, variance] = [(m[i] ?? 0) / (1 - beta1 ** t), (v[i] ?? 0) / (1 - beta2 ** t)];
      x[i] = (x[i] ?? 0) - (learningRate * mean) / (Math.sqrt(variance) + epsilon);
    }
    return { shape: start.shape, data: Float64Array.from(x) };
  });
}

test.each([
  ['our defaults', { learningRate: 0.02, beta1: 0.9, beta2: 0.99, epsilon: 1e-8 }],
  ['the paper’s defaults', { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 }],
  ['no memory at all', { learningRate: 0.05, beta1: 0, beta2: 0, epsilon: 1e-8 }],
  ['an ε as large as the gradients', { learningRate: 0.05, beta1: 0.5, beta2: 0.9, epsilon: 1 }],
])('with %s twenty steps are those of the formula', async (_, settings) => {
  const steps = await stepThrough(adam, start, gradients, settings);
  for (const [index, expected] of byTheFormula(() => settings).entries()) expectClose(steps[index], expected);
});

test('R3 a learning rate that changes on the way is that of the formula from then on', async () => {
  const settingsAt = (iteration: number) => ({
    learningRate: iteration <= 8 ? 0.02 : 0.2,
    beta1: 0.9,
    beta2: 0.99,
    epsilon: 1e-8,
  });
  const steps = await stepThrough(adam, start, gradients, settingsAt);
  for (const [index, expected] of byTheFormula(settingsAt).entries()) expectClose(steps[index], expected);
});

test('the first step is as long as the learning rate, however large the gradient', async () => {
  for (const size of [1e-4, 1, 1e6]) {
    const [after] = await stepThrough(adam, scalar(0.5), [scalar(size)], { learningRate: 0.02, beta2: 0.99 });
    expect(after?.data[0]).toBeCloseTo(0.48, 3);
  }
});

test('where there is no gradient nothing moves', async () => {
  const [after] = await stepThrough(adam, scalar(0.5), [scalar(0)], {});
  expect(after).toEqual(scalar(0.5));
});
