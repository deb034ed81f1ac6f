import type { Value } from '../ir/value.ts';
import type { UpdateRule } from './rule.ts';

/**
 * Adam (Kingma and Ba 2015, algorithm 1): x ← x − η · m̂ / (√v̂ + ε), with the moments' bias corrections
 * fed as scalars. Settings: `learningRate` η, `beta1`, `beta2`, `epsilon` ε.
 */
export const adam: UpdateRule<
  'm' | 'v',
  'decay1' | 'decay2' | 'fresh1' | 'fresh2' | 'step' | 'correction2' | 'epsilon'
> = {
  name: 'adam',
  version: 1,
  state: ['m', 'v'],
  squares: 'v',
  enlarged: { m: 'signed', v: 'squares' },
  scalars: ['decay1', 'decay2', 'fresh1', 'fresh2', 'step', 'correction2', 'epsilon'],
  step: (ir, { x, gradient, state, scalars, range = null }) => {
    const { decay1, decay2, fresh1, fresh2, step, correction2, epsilon } = scalars;
    const moment = (average: Value, keep: Value, take: Value, squares: boolean) =>
      ir.movingAverage({ average, sample: gradient, keep, take }, { squares });
    const m = moment(state.m, decay1, fresh1, false);
    const v = moment(state.v, decay2, fresh2, true);
    return {
      x: ir.adamStep({ x, m, v, step, correction: correction2, epsilon }, { range }),
      state: { m, v },
    };
  },
  scalarsAt: ({ iteration: t }, { learningRate = 0.02, beta1 = 0.9, beta2 = 0.99, epsilon = 1e-8 }) => ({
    decay1: beta1,
    decay2: beta2,
    fresh1: 1 - beta1,
    fresh2: 1 - beta2,
    // m̂ = m / (1 − β₁ᵗ): the correction of the first moment goes into the step.
    step: learningRate / (1 - beta1 ** t),
    correction2: 1 / Math.sqrt(1 - beta2 ** t),
    epsilon,
  }),
};
