import { beforeEach, expect, test } from 'vitest';
import { type Message, message, say } from '../../language/message.ts';
import { failure, success } from '../../language/result.ts';
import type { Backend, BackendName } from '../execute/backend.ts';
import { Device } from './device.ts';
import type { BackendChoice } from './protocol.ts';

/** What happened, in order. */
let told: string[] = [];
let clock = 0;
let absent = new Set<BackendChoice>();
let lose: (reason: Message) => void = () => {};

const gone = message('backend.lost', { why: 'driver reset' });

/** A backend that can be lost at will: what a real one does is tried in src/nodes/way-through. */
function openBackend(choice: BackendChoice): Backend {
  const name: BackendName = choice === 'auto' ? 'wasm' : choice;
  return {
    name,
    description: name,
    memoryLimit: 1,
    largestTensor: 1,
    lost: new Promise(resolve => {
      lose = resolve;
    }),
    dispose: () => told.push(`dispose ${name}`),
  };
}

const opened = () =>
  new Device({
    open: async choice =>
      absent.has(choice) ? failure(message('backend.no-adapter')) : success(openBackend(choice)),
    leave: async () => void told.push('leave'),
    arrive: ({ name }) => told.push(`arrive ${name}`),
    tellLost: () => told.push('lost'),
    tellStranded: reason => told.push(say(reason)),
    now: () => clock,
  });

/** Loses the device, and waits until all is over. */
async function lost(): Promise<string[]> {
  const from = told.length;
  lose(gone);
  await new Promise(resolve => setImmediate(resolve));
  await new Promise(resolve => setImmediate(resolve));
  return told.slice(from);
}

beforeEach(() => {
  told = [];
  clock = 0;
  absent = new Set();
});

test('R8 a lost device is let go of, and another of its kind opened', async () => {
  const device = opened();
  await device.choose('webgpu');
  expect(await lost()).toEqual(['lost', 'leave', 'dispose webgpu', 'arrive webgpu']);
  expect(device.backend?.name).toBe('webgpu');
});

test('R8 where there is none of its kind any more, any will do', async () => {
  const device = opened();
  await device.choose('webgpu');
  absent.add('webgpu');
  expect(await lost()).toEqual(['lost', 'leave', 'dispose webgpu', 'arrive wasm']);
});

test('R8 the third loss within a minute leads to the processor, the fourth to a person', async () => {
  const device = opened();
  await device.choose('webgpu');
  await lost();
  await lost();
  expect((await lost()).at(-1)).toBe('arrive wasm');
  expect((await lost()).at(-1)).toMatch('One device after another was lost');
  expect(device.backend).toBeUndefined();
  expect(await device.choose('wasm')).toMatchObject({ ok: true });
  expect((await lost()).at(-1)).toBe('arrive wasm');
});

test('losses of long ago are forgiven', async () => {
  const device = opened();
  await device.choose('webgpu');
  for (let i = 0; i < 10; i++) {
    clock += 50_000;
    expect((await lost()).at(-1)).toBe('arrive webgpu');
  }
});

test('R8 where nothing opens any more, it says so', async () => {
  const device = opened();
  await device.choose('wasm');
  absent = new Set(['wasm', 'auto']);
  expect((await lost()).at(-1)).toMatch('After a device was lost no other could be opened');
});

test('who asks for one that is not there keeps the one that is', async () => {
  const device = opened();
  await device.choose('wasm');
  absent.add('webgpu');
  expect(await device.choose('webgpu')).toMatchObject({ ok: false });
  expect(told.slice(-3)).toEqual(['leave', 'dispose wasm', 'arrive wasm']);
});
