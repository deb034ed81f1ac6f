import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { schedule } from '../compile/schedule.ts';
import type { Op } from '../ir/op.ts';
import { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { describeEachBackend } from '../testing/backends.ts';
import { runAtOnce } from './run-schedule.ts';
import { submit } from './submit.ts';

const laborious = (flops: number): Op<'x'> => ({
  name: 'laborious',
  version: 1,
  shape: ({ x }) => x,
  flops: () => flops,
  run: ({ x }) => tf.add(x, 1),
});

describeEachBackend('what is recorded', () => {
  /** How often six ops of so many floating-point operations are submitted. */
  function submissions(flops: number): number {
    const { queue } = tf.backend() as WebGPUBackend;
    const own = queue.submit;
    let count = 0;
    queue.submit = (...given) => {
      count += 1;
      return own.apply(queue, given);
    };
    const program = new Program();
    const leaf = program.ir.image({ hash: 'x', shape: [4] });
    let value: Value = leaf;
    for (let i = 0; i < 6; i++) value = program.append(laborious(flops), { x: value }, {});
    const x = tf.tensor1d([1, 2, 3, 4]);
    try {
      tf.dispose([...runAtOnce(schedule([value]), () => x).values(), x]);
      submit();
      submit();
    } finally {
      queue.submit = own;
    }
    return count;
  }

  test('is submitted at once when it is little, and in parts when it would keep the GPU for long', () => {
    expect(submissions(1e6)).toBe(1);
    expect(submissions(2 ** 36)).toBe(3);
  });
}, ['webgpu']);
