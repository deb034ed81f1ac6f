/** One suite on every backend that this machine has; where one is absent, its tests are skipped and say why. */
import { env } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { message, say } from '../../language/message.ts';
import { type Backend, type BackendName, type BackendOptions, openBackend } from '../execute/backend.ts';

/** What Node needs in order to have WebGPU: as in src/cli/node-webgpu.ts, which no test of the runtime may know. */
export async function lentGpu(): Promise<Pick<BackendOptions, 'gpu' | 'gpuGlobals'>> {
  try {
    const { create, globals } = await import('webgpu');
    return { gpu: create([]), gpuGlobals: globals };
  } catch {
    return {};
  }
}

const options = await lentGpu();
const adapter = await options.gpu?.requestAdapter();

/** Opens a backend as tests do: with a GPU in software where there is no other. Fails loudly. */
export async function openForTest(name: BackendName, more: BackendOptions = {}): Promise<Backend> {
  const opened = await openBackend(name, { ...options, ...more });
  if (!opened.ok) throw new Error(say(opened.reason));
  // Else tfjs runs on the processor what is as small as a test's inputs, and no GPU program is proven.
  if (name === 'webgpu') env().set('WEBGPU_CPU_FORWARD', false);
  return opened.value;
}

interface Presence {
  readonly name: BackendName;
  /** Why it is not there, in a sentence. */
  readonly absent?: string;
}

/** JavaScript and WebAssembly are everywhere: a test that cannot open them has found a fault. */
export function presentBackends(): readonly Presence[] {
  const gpu: Presence = { name: 'webgpu', ...(!adapter && { absent: say(message('backend.no-adapter')) }) };
  return [{ name: 'cpu' }, { name: 'wasm' }, gpu];
}

/** Describes `name` once for each backend, or each of those that are named, which is open while its tests run. */
export function describeEachBackend(
  name: string,
  suite: (backend: BackendName) => void,
  among?: readonly BackendName[],
): void {
  for (const { name: backend, absent } of presentBackends()) {
    if (among && !among.includes(backend)) continue;
    if (absent) {
      describe.skip(`${name} on ${backend}: ${absent}`, () => suite(backend));
      continue;
    }
    describe(`${name} on ${backend}`, () => {
      let open: Backend | undefined;
      beforeAll(async () => {
        open = await openForTest(backend);
      });
      afterAll(() => open?.dispose());
      suite(backend);
    });
  }
}
