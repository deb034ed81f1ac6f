import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { at, made, random } from '../../testing/numbers.ts';
import { onWasm } from '../../testing/on-wasm.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { adamStep } from './adam-step.ts';

const scalars = {
  step: random([], 4, 0.5, 1),
  correction: random([], 5, 1, 2),
  epsilon: random([], 6, 0, 0.1),
};

proveOp(
  'adamStep',
  [
    [7, 5, 3],
    [6, 4, 3],
    [2, 3, 1],
  ].flatMap(shape =>
    ([null, [0, 1], [-0.25, 0.5]] as const).map(range =>
      opCase({
        title: `[${shape}] within ${range ? `[${range}]` : 'no range'}`,
        inputs: { x: random(shape, 1, 0, 1), m: random(shape, 2), v: random(shape, 3, 0, 1), ...scalars },
        build: (ir, given) => ir.adamStep(given, { range }),
        expected: ({ x, m, v, step, correction, epsilon }) => {
          const [low, high] = range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
          return made(shape, (...place) => {
            const deviation = Math.sqrt(at(v, ...place)) * at(correction) + at(epsilon);
            const next = at(x, ...place) - (at(step) * at(m, ...place)) / deviation;
            return Math.min(high, Math.max(low, next));
          });
        },
        gradients: [],
        flops: (range ? 8 : 6) * shape.reduce((product, extent) => product * extent, 1),
      }),
    ),
  ),
);

const picture = [67, 45, 8];
proveWorkspace(
  'adamStep',
  { x: picture, m: picture, v: picture, step: [], correction: [], epsilon: [] },
  (ir, given) => ir.adamStep(given, { range: [0, 1] }),
);

describe('on wasm', () => {
  onWasm();
  test('R8 what is no number stays none, so that a clamp does not hide it', () => {
    const next = tf.tidy(() => {
      const numbers = tf.tensor1d([Number.NaN, 0, 0, 0, Number.NaN]);
      const scalar = () => tf.scalar(0.5);
      const inputs = { x: numbers, m: numbers, v: tf.ones([5]) };
      const given = { ...inputs, step: scalar(), correction: scalar(), epsilon: scalar() };
      return adamStep.run(given, { range: [0, 1] }, [5]).dataSync();
    });
    expect([...next]).toEqual([Number.NaN, 0, 0, 0, Number.NaN]);
  });
});
