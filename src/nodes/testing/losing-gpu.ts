/** A GPU whose devices a test can lose: the real one, with its devices at hand. */
export interface LosingGpu {
  readonly gpu: GPU;
  /** Destroys the newest device, as a driver does that is reset. */
  lose(): void;
}

export function losingGpu(gpu: GPU): LosingGpu {
  let newest: GPUDevice | undefined;
  const adapterOf = (adapter: GPUAdapter): GPUAdapter =>
    withMethod(adapter, 'requestDevice', async (descriptor: GPUDeviceDescriptor) => {
      newest = await adapter.requestDevice(descriptor);
      return newest;
    });
  return {
    gpu: withMethod(gpu, 'requestAdapter', async (options: GPURequestAdapterOptions) => {
      const adapter = await gpu.requestAdapter(options);
      return adapter && adapterOf(adapter);
    }),
    lose: () => newest?.destroy(),
  };
}

/** `target` with one method replaced. What a native object calls must be itself, so the others are bound to it. */
const withMethod = <T extends object>(target: T, name: keyof T, method: unknown): T =>
  new Proxy(target, {
    get(_, wanted) {
      if (wanted === name) return method;
      const value = Reflect.get(target, wanted, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
