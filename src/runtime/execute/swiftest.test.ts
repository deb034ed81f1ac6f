import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { message } from '../../language/message.ts';
import { failure, success } from '../../language/result.ts';
import { onWasm } from '../testing/on-wasm.ts';
import type { Backend, BackendName } from './backend.ts';
import { openSwiftest, type Speeds, type SwiftestOptions, timeConvolutions } from './swiftest.ts';

/** A house with one device open at a time, as tfjs has it. */
function house(measured: Speeds, kept: Record<string, Speeds> = {}) {
  const open: string[] = [];
  const seen: string[] = [];
  const opener = (name: BackendName) => async () => {
    expect(open).toEqual([]);
    open.push(name);
    const backend: Backend = {
      name,
      description: `the ${name}`,
      memoryLimit: 1,
      largestTensor: 1,
      lost: new Promise(() => {}),
      dispose: () => void open.splice(open.indexOf(name), 1),
    };
    return success(backend);
  };
  const options: SwiftestOptions = {
    openGpu: opener('webgpu'),
    openProcessor: opener('wasm'),
    recall: async gpu => kept[gpu],
    remember: async (gpu, speeds) => void Object.assign(kept, { [gpu]: speeds }),
    measure: async ({ name }) => {
      seen.push(name);
      return name === 'webgpu' ? measured.webgpu : measured.wasm;
    },
  };
  return { open, seen, kept, options };
}

test.each([
  [{ webgpu: 10, wasm: 100 }, 'webgpu'],
  [{ webgpu: 100, wasm: 10 }, 'wasm'],
] as const)('with %o both are measured once, and %s is left open', async (speeds, faster) => {
  const { open, seen, kept, options } = house(speeds);
  for (let visit = 0; visit < 2; visit++) {
    const opened = await openSwiftest(options);
    expect(opened).toMatchObject({ ok: true, value: { name: faster, speeds } });
    expect(open).toEqual([faster]);
    if (opened.ok) opened.value.dispose();
  }
  expect(seen).toEqual(['webgpu', 'wasm']);
  expect(kept).toEqual({ 'the webgpu': speeds });
});

test('another GPU is measured anew', async () => {
  const { seen, options } = house({ webgpu: 1, wasm: 2 }, { 'an older one': { webgpu: 9, wasm: 2 } });
  await openSwiftest(options);
  expect(seen).toEqual(['webgpu', 'wasm']);
});

test('without a GPU nothing is measured', async () => {
  const { seen, options } = house({ webgpu: 1, wasm: 1 });
  const openGpu = async () => failure(message('backend.no-adapter'));
  const opened = await openSwiftest({ ...options, openGpu });
  expect(opened).toMatchObject({ ok: true, value: { name: 'wasm' } });
  expect(opened.ok && opened.value.speeds).toBeUndefined();
  expect(seen).toEqual([]);
});

describe('the measurement', () => {
  // A GPU in software would take half a minute for it, and is never measured.
  onWasm();

  test('R5 takes some time and leaves nothing', async () => {
    const before = tf.memory().numTensors;
    expect(await timeConvolutions()).toBeGreaterThan(0);
    expect(tf.memory().numTensors).toBe(before);
  });
});
