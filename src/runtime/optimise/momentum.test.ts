import { expect, test } from 'vitest';
import { expectClose } from '../testing/differences.ts';
import { type Numbers, random, scalar } from '../testing/numbers.ts';
import { onWasm } from '../testing/on-wasm.ts';
import { stepThrough } from '../testing/step-by-step.ts';
import { momentum } from './momentum.ts';

onWasm();

const start = random([3, 5, 3], 1, 0, 1);
const gradients = Array.from({ length: 20 }, (_, at) => random([3, 5, 3], at + 2));

/** v ← μ·v + g; x ← x − η·v. */
function byTheFormula(mu: number, etaAt: (iteration: number) => number): Numbers[] {
  const x = Float64Array.from(start.data);
  const velocity = new Float64Array(x.length);
  return gradients.map((gradient, index) => {
    for (const [i, g] of gradient.data.entries()) {
      velocity[i] = mu * (velocity[i] ?? 0) + g;
      x[i] = (x[i] ?? 0) - etaAt(index + 1) * (velocity[i] ?? 0);
    }
    return { shape: start.shape, data: Float64Array.from(x) };
  });
}

test.each([0, 0.5, 0.9])('with μ = %f twenty steps are those of the formula', async mu => {
  const steps = await stepThrough(momentum, start, gradients, { learningRate: 0.02, momentum: mu });
  for (const [index, expected] of byTheFormula(mu, () => 0.02).entries()) expectClose(steps[index], expected);
});

test('R3 a learning rate that changes on the way scales the whole step at once, as in PyTorch', async () => {
  const etaAt = (iteration: number) => (iteration < 10 ? 0.02 : 0.1);
  const steps = await stepThrough(momentum, start, gradients, iteration => ({
    learningRate: etaAt(iteration),
    momentum: 0.9,
  }));
  for (const [index, expected] of byTheFormula(0.9, etaAt).entries()) expectClose(steps[index], expected);
});

test('without momentum it is plain gradient descent', async () => {
  const [after] = await stepThrough(momentum, scalar(1), [scalar(3)], { learningRate: 0.125, momentum: 0 });
  expect(after).toEqual(scalar(0.625));
});
