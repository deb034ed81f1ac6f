import type { UpdateRule } from './rule.ts';

/**
 * Gradient descent with momentum (Polyak 1964, in PyTorch's form): v ← μ · v + g; x ← x − η · v.
 * Settings: `learningRate` η, `momentum` μ; with μ = 0 it is plain gradient descent.
 */
export const momentum: UpdateRule<'velocity', 'momentum' | 'step'> = {
  name: 'momentum',
  version: 1,
  state: ['velocity'],
  enlarged: { velocity: 'signed' },
  scalars: ['momentum', 'step'],
  step: (ir, { x, gradient, state, scalars }) => {
    const velocity = ir.add({ a: ir.scale({ x: state.velocity, by: scalars.momentum }), b: gradient });
    return { x: ir.subtract({ a: x, b: ir.scale({ x: velocity, by: scalars.step }) }), state: { velocity } };
  },
  scalarsAt: (_, { learningRate = 0.02, momentum: mu = 0.9 }) => ({ momentum: mu, step: learningRate }),
};
