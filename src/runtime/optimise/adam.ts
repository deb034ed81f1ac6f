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
  step: (ir, { x, gradient, state, scalars }) => {
    const m = ir.add({
      a: ir.scale({ x: state.m, by: scalars.decay1 }),
      b: ir.scale({ x: gradient, by: scalars.fresh1 }),
    });
    const v = ir.add({
      a: ir.scale({ x: state.v, by: scalars.decay2 }),
      b: ir.scale({ x: ir.multiply({ a: gradient, b: gradient }), by: scalars.fresh2 }),
    });
    const deviation = ir.scale({ x: ir.squareRoot({ x: v }), by: scalars.correction2 });
    const direction = ir.divide({ a: m, b: ir.shift({ x: deviation, by: scalars.epsilon }) });
    return { x: ir.subtract({ a: x, b: ir.scale({ x: direction, by: scalars.step }) }), state: { m, v } };
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
