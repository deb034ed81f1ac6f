import { backend } from '@tensorflow/tfjs-core';
import { type Message, message } from '../../../language/message.ts';
import { failure, type Result, success } from '../../../language/result.ts';
import type { Backend, BackendOptions } from '../backend.ts';
import { describeAdapter, isSoftware } from './adapter.ts';
import { replace, start, stop } from './registry.ts';
import { installPrograms } from './webgpu-kernels.ts';
import { openTiling } from './webgpu-tuning.ts';

/** What tfjs' programs may need more of than WebGPU promises everywhere: all that there is. */
const limits = [
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
  'maxStorageBufferBindingSize',
  'maxBufferSize',
  'maxComputeWorkgroupSizeX',
  'maxComputeInvocationsPerWorkgroup',
] as const;

/** No page may ask how much memory a GPU has. This much, what is called a GPU today has or can borrow. */
const assumedMemory = 2 ** 32;

interface Page {
  navigator?: { gpu?: GPU };
}

/** A GPU. With `software` also one that the processor pretends, whose results are right and slow. */
export async function openWebGpu(
  options: BackendOptions,
  { software }: { readonly software: boolean },
): Promise<Result<Backend>> {
  const gpu = options.gpu ?? (globalThis as Page).navigator?.gpu;
  if (!gpu) return failure(message('backend.no-webgpu'));
  try {
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (!adapter) return failure(message('backend.no-adapter'));
    const pretended = isSoftware(adapter.info);
    const description = describeAdapter(adapter.info);
    if (pretended && !software) return failure(message('backend.software-adapter', { adapter: description }));
    const device = await adapter.requestDevice({
      requiredLimits: Object.fromEntries(limits.map(limit => [limit, adapter.limits[limit]])),
    });
    const withdraw = lend(gpu, options.gpuGlobals);
    // tfjs looks for `navigator.gpu` when it is loaded, and starts a device of its own making where it finds it.
    const { Gpu } = await import('./webgpu-backend.ts');
    installPrograms(options.kernels ?? 'ours');
    replace('webgpu', () => new Gpu(device, adapter.info));
    let isClosed = false;
    const dispose = () => {
      isClosed = true;
      stop('webgpu');
      device.destroy();
      withdraw();
    };
    if (!(await start('webgpu'))) {
      dispose();
      return failure(message('backend.no-adapter'));
    }
    const started = backend() as InstanceType<typeof Gpu>;
    await openTiling(started, {
      adapter: adapter.info,
      isSoftware: pretended,
      kept: options.kernels === 'tfjs' ? undefined : options.tiles,
      halfPrecision: options.precision === 'half',
    });
    return success({
      name: 'webgpu',
      description: `WebGPU on ${description}${pretended ? ' (software, slow)' : ''}`,
      memoryLimit: assumedMemory,
      largestTensor: Math.min(device.limits.maxBufferSize, device.limits.maxStorageBufferBindingSize),
      lost: lossOf(device, () => isClosed),
      draw: (picture, size) => started.draw(picture, size),
      dispose,
    });
  } catch (error) {
    return failure(message('backend.failed', { backend: 'WebGPU', why: String(error) }));
  }
}

/** Lets tfjs find a lent GPU where a page has its own. @returns what takes it back, so that Node can exit. */
function lend(gpu: GPU, globals: object | undefined): () => void {
  const page = globalThis as Page;
  if (page.navigator?.gpu) return () => {};
  if (globals) Object.assign(globalThis, globals);
  if (!page.navigator) {
    page.navigator = { gpu };
    return () => delete page.navigator;
  }
  const { navigator } = page;
  Object.defineProperty(navigator, 'gpu', { value: gpu, configurable: true });
  return () => delete navigator.gpu;
}

function lossOf(device: GPUDevice, isClosed: () => boolean): Promise<Message> {
  return new Promise(resolve => {
    device.lost.then(({ reason, message: why }) => {
      if (!isClosed()) resolve(message('backend.lost', { why: why || reason }));
    });
    device.addEventListener('uncapturederror', ({ error }) => {
      const id = error.constructor.name === 'GPUOutOfMemoryError' ? 'backend.out-of-memory' : 'backend.lost';
      resolve(message(id, { why: error.message }));
    });
  });
}
