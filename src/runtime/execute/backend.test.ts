import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { describeEachBackend, openForTest } from '../testing/backends.ts';
import { openBackend } from './backend.ts';

describeEachBackend('a backend', backend => {
  test('computes on the backend that was asked for', async () => {
    expect(tf.getBackend()).toBe(backend);
    const sum = tf.tidy(() => tf.add(tf.tensor1d([1, 2]), 1));
    expect([...(await sum.data())]).toEqual([2, 3]);
    sum.dispose();
  });

  test('R5 frees everything when it is closed, and opens again', async () => {
    tf.tensor1d([1, 2, 3]);
    const again = await openForTest(backend);
    again.dispose();
    const { name, memoryLimit, largestTensor } = await openForTest(backend);
    expect(name).toBe(backend);
    expect(tf.getBackend()).toBe(backend);
    expect(memoryLimit).toBeGreaterThan(2 ** 30);
    expect(largestTensor).toBeGreaterThanOrEqual(2 ** 27);
  });
});

const info = { vendor: '', architecture: '', device: '', description: '', isFallbackAdapter: false };
const gpuOf = (told: Partial<typeof info> | null): GPU =>
  ({
    requestAdapter: async () => told && { info: { ...info, ...told } },
  }) as unknown as GPU;

test('auto never takes a GPU that is one in software only', async () => {
  for (const told of [
    { isFallbackAdapter: true },
    { architecture: 'swiftshader' },
    { description: 'llvmpipe (LLVM 15)' },
  ]) {
    const opened = await openBackend('auto', { gpu: gpuOf(told) });
    expect(opened).toMatchObject({ ok: true, value: { name: 'wasm' } });
    if (opened.ok) opened.value.dispose();
  }
});

test('where there is no GPU, webgpu is refused in a sentence and auto is WebAssembly', async () => {
  const asked = await openBackend('webgpu', { gpu: gpuOf(null) });
  expect(asked).toMatchObject({ ok: false, reason: { id: 'backend.no-adapter' } });
  const auto = await openBackend('auto', { gpu: gpuOf(null) });
  expect(auto).toMatchObject({ ok: true, value: { name: 'wasm', description: 'WebAssembly with SIMD' } });
  if (auto.ok) auto.value.dispose();
});

test('R8 a GPU that will not give a device is a reason in words, not an exception', async () => {
  const broken = { requestAdapter: () => Promise.reject(new Error('driver crashed')) } as unknown as GPU;
  const opened = await openBackend('webgpu', { gpu: broken });
  expect(opened).toMatchObject({
    ok: false,
    reason: { id: 'backend.failed', values: { backend: 'WebGPU', why: 'Error: driver crashed' } },
  });
});
