import { expect, test } from 'vitest';
import { memoryBudget } from './memory-budget.ts';

const mebibyte = 2 ** 20;
const gibibyte = 2 ** 30;
const wasm = { name: 'wasm', memoryLimit: 3.5 * gibibyte } as const;
const webgpu = { name: 'webgpu', memoryLimit: 4 * gibibyte } as const;

test('a machine that says what it has gives a quarter, and half of the backend at most', () => {
  expect(memoryBudget({ backend: wasm, deviceMemory: 4 }).cache).toBe(gibibyte);
  expect(memoryBudget({ backend: wasm, deviceMemory: 8 }).cache).toBe(1.75 * gibibyte);
  expect(memoryBudget({ backend: webgpu, deviceMemory: 8 }).cache).toBe(2 * gibibyte);
});

test('one that does not say is taken for one of 4 GiB', () => {
  expect(memoryBudget({ backend: webgpu })).toEqual(memoryBudget({ backend: webgpu, deviceMemory: 4 }));
});

test('what the process may have counts for more than what the machine is said to have', () => {
  const facts = { backend: wasm, deviceMemory: 8, systemMemory: 2 * gibibyte };
  expect(memoryBudget(facts).cache).toBe(0.5 * gibibyte);
});

test('pictures on the way have a little of the host, and no more than half a gibibyte', () => {
  expect(memoryBudget({ backend: wasm, deviceMemory: 4 }).checkpoints).toBe(128 * mebibyte);
  expect(memoryBudget({ backend: wasm, systemMemory: 256 * gibibyte }).checkpoints).toBe(512 * mebibyte);
});

test('however small the machine, something is tried', () => {
  expect(memoryBudget({ backend: wasm, deviceMemory: 0.25 })).toEqual({
    cache: 64 * mebibyte,
    plan: 64 * mebibyte,
    checkpoints: 16 * mebibyte,
  });
});

test('a setting wins, as far as the backend has it at all', () => {
  expect(memoryBudget({ backend: wasm, deviceMemory: 4 }, { cache: 3 * gibibyte }).cache).toBe(3 * gibibyte);
  expect(memoryBudget({ backend: wasm, deviceMemory: 4 }, { cache: 0 }).cache).toBe(0);
  expect(memoryBudget({ backend: wasm, deviceMemory: 4 }, { cache: 9 * gibibyte }).cache).toBe(
    3.5 * gibibyte,
  );
  expect(memoryBudget({ backend: wasm, deviceMemory: 4 }, { checkpoints: 7 }).checkpoints).toBe(7);
  expect(memoryBudget({ backend: wasm, deviceMemory: 4 }, { plan: 300 }).plan).toBe(300);
  const { plan } = memoryBudget({ backend: { ...wasm, ownBytes: 100 } }, { plan: 300 });
  expect(plan, 'what the kernels take for themselves is in it').toBe(200);
});
