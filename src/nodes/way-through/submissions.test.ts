/** What a loop asks of a GPU: its programs ahead, then one submission for each iteration, and nothing back but its loss. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { GraphDocument } from '../../graph/document.ts';
import type { Stage } from '../../runtime/compile/plan.ts';
import { uploadLeaf } from '../../runtime/execute/host-tensor.ts';
import { Loop } from '../../runtime/execute/loop.ts';
import { rehearse } from '../../runtime/execute/rehearse.ts';
import { TensorStore } from '../../runtime/execute/store.ts';
import { describeEachBackend } from '../../runtime/testing/backends.ts';
import { gatys } from '../testing/graphs.ts';
import { planOf, trialResources, validated } from '../testing/trial.ts';

/** Counts what a GPU is asked for, until it is told to stop. */
function counting({ device, queue }: WebGPUBackend) {
  const asked = {
    submit: 0,
    mapAsync: 0,
    writeBuffer: 0,
    createBuffer: 0,
    createComputePipeline: 0,
    createComputePipelineAsync: 0,
  };
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
  count(device, 'createComputePipeline');
  count(device, 'createComputePipelineAsync');
  count(GPUBuffer.prototype, 'mapAsync');
  return {
    asked,
    end: () => {
      for (const each of undo) each();
    },
  };
}

/** A GPU in software takes long to compile. */
const few = { layers: ['relu1_1'], contentLayer: 'relu1_2' };

function stageOf(document: GraphDocument): Stage {
  const [stage] = planOf(document).stages;
  if (!stage) throw new Error('no stage');
  return stage;
}

async function openLoop() {
  const document = gatys({ ...few, optimiser: { averaging: 0.9 } });
  const stage = stageOf(document);
  const before = tf.memory().numTensors;
  const counted = tf.getBackend() === 'webgpu' ? counting(tf.backend() as WebGPUBackend) : undefined;
  for (const wait of rehearse(stage)) await wait;
  const rehearsal = { ...counted?.asked, tensors: tf.memory().numTensors - before };
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
    counted?.end();
  };
  return { stage, rehearsal, asked: counted?.asked, iterate, close };
}

/** On the processor: each term, iteration by iteration. */
const expected: number[] = [];
const [warming, iterations] = [3, 5];

describeEachBackend(
  'a loop',
  name => {
    test('submits once for each iteration, reads nothing but the loss, and writes next to nothing anew', async () => {
      const { stage, rehearsal, asked, iterate, close } = await openLoop();
      const read: number[] = [];
      for (let i = 0; i < warming; i++) read.push(...(await iterate()));
      const before = { ...asked };
      const gpu = tf.backend() as WebGPUBackend;
      const bytesBefore = gpu.memory().numBytesInGPU;
      let most = 0;
      const look = () => {
        most = Math.max(most, gpu.memory().numBytesInGPU);
      };
      for (let i = 0; i < iterations; i++) read.push(...(await iterate(look)));
      close();
      if (name !== 'webgpu' || !asked) {
        expected.push(...read);
        return;
      }
      const since = (what: keyof typeof asked) => asked[what] - Number(before[what]);
      expect(since('submit')).toBe(iterations);
      expect(since('mapAsync')).toBe(iterations);
      expect(since('writeBuffer')).toBe(0);
      // Two corrections of Adam's moments and one of the average, which are other numbers each time.
      expect(since('createBuffer')).toBeLessThanOrEqual(3 * iterations);
      // What is freed is used again within the submission.
      expect(most - bytesBefore).toBeLessThan(1.05 * stage.loop.peakBytes);
      for (const [at, value] of expected.entries()) {
        expect(Math.abs(Number(read[at]) - value)).toBeLessThan(1e-6 + 1e-3 * value);
      }
      // All programs were compiled at once and ahead, and nothing else was done for it.
      const { createComputePipelineAsync = 0, ...others } = rehearsal;
      expect(createComputePipelineAsync).toBeGreaterThan(20);
      expect(others).toEqual({
        submit: 0,
        mapAsync: 0,
        writeBuffer: 0,
        createBuffer: 0,
        createComputePipeline: 0,
        tensors: 0,
      });
      expect(asked.createComputePipeline).toBe(0);
    });

    test.runIf(name === 'webgpu')(
      'begins without the memory that one of another size has left, and with what fits',
      async () => {
        const gpu = tf.backend() as WebGPUBackend;
        const { bufferManager } = gpu;
        const before = gpu.memory().numBytesAllocatedInGPU;
        for (const wait of rehearse(stageOf(gatys(few)))) await wait;
        expect(gpu.memory().numBytesAllocatedInGPU).toBeGreaterThan(before / 2);
        for (const wait of rehearse(
          stageOf(gatys({ ...few, content: 'sample:content-31x17', style: 'sample:style-19x13' })),
        ))
          await wait;
        // The rest is what every size has: matrices and numbers.
        expect(gpu.memory().numBytesAllocatedInGPU).toBeLessThan(before / 4);
        expect(bufferManager.getNumFreeBuffers()).toBeGreaterThan(0);
      },
    );
  },
  ['wasm', 'webgpu'],
);
