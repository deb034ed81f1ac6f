/** What a loop asks of a GPU: one submission for each iteration, and nothing back but its loss. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { uploadLeaf } from '../../runtime/execute/host-tensor.ts';
import { Loop } from '../../runtime/execute/loop.ts';
import { TensorStore } from '../../runtime/execute/store.ts';
import { describeEachBackend } from '../../runtime/testing/backends.ts';
import { gatys } from '../testing/graphs.ts';
import { planOf, trialResources, validated } from '../testing/trial.ts';

/** Counts what a GPU is asked for, until it is told to stop. */
function counting({ device, queue }: WebGPUBackend) {
  const asked = { submit: 0, mapAsync: 0, writeBuffer: 0, createBuffer: 0 };
  const undo: (() => void)[] = [];
  const count = <Name extends keyof typeof asked>(of: { [name in Name]: unknown }, name: Name) => {
    const own = of[name] as (...args: unknown[]) => unknown;
    of[name] = function (this: unknown, ...args: unknown[]) {
      asked[name] += 1;
      return own.apply(this, args);
    };
    undo.push(() => {
      of[name] = own;
    });
  };
  count(queue, 'submit');
  count(queue, 'writeBuffer');
  count(device, 'createBuffer');
  count(GPUBuffer.prototype, 'mapAsync');
  return {
    asked,
    end: () => {
      for (const each of undo) each();
    },
  };
}

function openLoop() {
  const document = gatys({ optimiser: { averaging: 0.9 } });
  const [stage] = planOf(document).stages;
  if (!stage) throw new Error('no stage');
  const store = new TensorStore();
  for (const _ of store.prepare(stage.once, leaf => uploadLeaf(leaf, trialResources)));
  const loop = new Loop(stage, store, () => validated(document).params);
  /** @returns The terms of the loss. */
  const iterate = async (look = () => {}): Promise<readonly number[]> => {
    const steps = loop.iterate();
    let step = steps.next();
    for (; !step.done; step = steps.next()) look();
    const terms = await step.value.terms;
    step.value.before.dispose();
    return terms.map(({ value }) => value);
  };
  const close = () => {
    loop.dispose();
    store.dispose();
  };
  return { stage, iterate, close };
}

/** On the processor: each term, iteration by iteration. */
const expected: number[] = [];
const [warming, iterations] = [3, 5];

describeEachBackend(
  'a loop',
  name => {
    test('submits once for each iteration, reads nothing but the loss, and writes next to nothing anew', async () => {
      const { stage, iterate, close } = openLoop();
      const read: number[] = [];
      for (let i = 0; i < warming; i++) read.push(...(await iterate()));
      const gpu = tf.backend() as WebGPUBackend;
      const counted = name === 'webgpu' ? counting(gpu) : undefined;
      const bytesBefore = gpu.memory().numBytesInGPU;
      let most = 0;
      const look = () => {
        most = Math.max(most, gpu.memory().numBytesInGPU);
      };
      for (let i = 0; i < iterations; i++) read.push(...(await iterate(look)));
      counted?.end();
      close();
      if (!counted) {
        expected.push(...read);
        return;
      }
      const { asked } = counted;
      expect(asked.submit).toBe(iterations);
      expect(asked.mapAsync).toBe(iterations);
      expect(asked.writeBuffer).toBe(0);
      // Two corrections of Adam's moments and one of the average, which are other numbers each time.
      expect(asked.createBuffer).toBeLessThanOrEqual(3 * iterations);
      // What is freed is used again within the submission.
      expect(most - bytesBefore).toBeLessThan(1.05 * stage.loop.peakBytes);
      expect(read).toHaveLength(expected.length);
      for (const [at, value] of expected.entries()) {
        expect(Math.abs(Number(read[at]) - value)).toBeLessThan(1e-6 + 1e-3 * value);
      }
    });
  },
  ['wasm', 'webgpu'],
);
