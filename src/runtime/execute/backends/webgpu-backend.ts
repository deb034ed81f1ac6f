/**
 * tfjs' WebGPU backend with a loop in mind that runs the same programs on the same shapes again and again. tfjs
 * submits every fifteenth dispatch, and until then keeps what was freed; it writes each program's uniforms and
 * every small constant anew, and compiles a program when it is first run. Here what is recorded is submitted when
 * somebody says so or reads, memory is used again at once, small numbers stay where they are, and a rehearsal
 * compiles ahead.
 */
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { env, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { type DrawnSize, GpuCanvas } from './webgpu-canvas.ts';

type Uniforms = NonNullable<Parameters<WebGPUBackend['runWebGPUProgram']>[3]>;
type Run = Parameters<WebGPUBackend['runWebGPUProgram']>;

/** What tfjs declares private. */
interface Inside {
  readonly commandEncoder: GPUCommandEncoder | null;
  readonly commandQueueOwnedIds: WeakSet<object>;
  readonly uniformPendingDisposal: GPUBuffer[];
  readonly pipelineCache: Record<string, GPUComputePipeline | Promise<GPUComputePipeline>>;
  makeUniforms(uniforms: Uniforms): GPUBufferBinding;
}

/** A bound for whoever runs ops and neither reads nor flushes: dispatches in one submission. */
const mostDispatches = 4096;

/** An iteration has a few hundred kinds of uniforms; more than this are of graphs that are no more. */
const mostUniforms = 4096;

/** Constants that a graph is made of, and numbers that came and went. */
const mostConstants = 512;

/** Tensors with so many numbers at most are kept by what they hold. */
const fewNumbers = 4;

/** What tfjs' keeper of buffers declares private: those that wait to be used again are in lists by size and use. */
interface Buffers {
  readonly freeBuffers: ReadonlyMap<string, GPUBuffer[]>;
  numFreeBuffers: number;
  numBytesAllocated: number;
}

export class Gpu extends WebGPUBackend {
  readonly #uniforms = new Map<string, GPUBufferBinding>();
  readonly #constants = new Map<string, GPUBuffer>();
  /** Pipelines that are being compiled ahead, by tfjs' keys. */
  readonly #ahead = new Map<string, Promise<GPUComputePipeline>>();
  #isRehearsing = false;
  /** Opened when it is first drawn on. */
  #canvas: GpuCanvas | 'none' | undefined;

  constructor(device: GPUDevice, adapter: GPUAdapterInfo) {
    super(device, adapter);
    env().set('WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE', mostDispatches);
    const inside = this.#inside;
    const make = inside.makeUniforms.bind(this);
    inside.makeUniforms = uniforms => this.#uniformsOnce(uniforms, make);
  }

  /** Submits what was recorded since the last time; nothing where that is nothing. */
  flush(): void {
    if (!this.#inside.commandEncoder) return;
    this.endComputePassEncoder();
    this.submitQueue();
  }

  /** Has `write` record whatever tfjs has no program for, after all that was recorded before, and submits it. */
  submitWith(write: (encoder: GPUCommandEncoder) => void): void {
    this.ensureCommandEncoderReady();
    this.endComputePassEncoder();
    const { commandEncoder } = this.#inside;
    if (commandEncoder) write(commandEncoder);
    this.flush();
  }

  /**
   * Goes through `ops` for the programs that they run, all of which are compiled at once, beside whatever else is
   * done. Nothing is computed, and no memory taken: tensors that come out have a shape and no numbers.
   */
  rehearse<T>(ops: () => T): T {
    const { pipelineCache } = this.#inside;
    for (const [key, pipeline] of this.#ahead) pipelineCache[key] ??= pipeline;
    this.#isRehearsing = true;
    env().set('WEBGPU_ENGINE_COMPILE_ONLY', true);
    try {
      return ops();
    } finally {
      env().set('WEBGPU_ENGINE_COMPILE_ONLY', false);
      this.#isRehearsing = false;
      for (const [key, pipeline] of Object.entries(pipelineCache)) {
        if (!(pipeline instanceof Promise)) continue;
        // Whoever is to run the program before it is compiled compiles it for himself, and need not wait.
        delete pipelineCache[key];
        if (!this.#ahead.has(key)) this.#await(key, pipeline);
      }
    }
  }

  /**
   * Gives back memory that waits to be used again and has none of these sizes, in bytes: a buffer is used again only
   * for what is just as large, so whatever a graph of another size has left would lie there for ever.
   */
  keepSizes(sizes: ReadonlySet<number>): void {
    // What is destroyed must not be part of what is still to be submitted.
    this.flush();
    const buffers = this.bufferManager as unknown as Buffers;
    for (const free of buffers.freeBuffers.values()) {
      const size = free[0]?.size ?? 0;
      if (free.length === 0 || sizes.has(size)) continue;
      buffers.numFreeBuffers -= free.length;
      buffers.numBytesAllocated -= free.length * size;
      for (const buffer of free.splice(0)) buffer.destroy();
    }
  }

  /** Resolves when all is compiled that was met in rehearsals. */
  async compiled(): Promise<void> {
    await Promise.allSettled(this.#ahead.values());
  }

  /** A picture, [height, width, 3], 0 to 1, as a bitmap; undefined where none can be had. */
  draw(picture: TensorInfo, size: DrawnSize): ImageBitmap | undefined {
    this.#canvas ??= GpuCanvas.open(this) ?? 'none';
    if (this.#canvas === 'none') return undefined;
    try {
      return this.#canvas.draw(picture, size);
    } catch {
      // No room for a bitmap, or no device any more: whoever reads the picture back finds out.
      return undefined;
    }
  }

  /** Where a tensor's numbers are, once what is recorded has run; it stays the tensor's. */
  bufferOf({ dataId }: TensorInfo): GPUBuffer | undefined {
    this.uploadToGPU(dataId);
    const { resource } = this.tensorMap.get(dataId);
    return resource instanceof GPUBuffer ? resource : undefined;
  }

  /**
   * Frees at once. What is recorded runs in its order, so that whoever writes to that memory next writes after
   * the last that reads it; tfjs would wait for the submission, and an iteration would take the memory of all
   * that it ever makes.
   */
  override disposeData(dataId: object, force?: boolean): boolean {
    if (this.tensorMap.has(dataId) && this.tensorMap.get(dataId).resource instanceof GPUBuffer) {
      this.#inside.commandQueueOwnedIds.delete(dataId);
    }
    return super.disposeData(dataId, force);
  }

  override runWebGPUProgram(...[program, inputs, dtype, uniforms, output]: Run): TensorInfo {
    if (!this.#isRehearsing) for (const input of inputs) this.#placeConstant(input);
    return super.runWebGPUProgram(program, inputs, dtype, uniforms, output);
  }

  override uploadToGPU(dataId: object): void {
    if (!this.#isRehearsing) super.uploadToGPU(dataId);
  }

  /** What has no numbers is not on the processor, also where it has no memory on the GPU: that is a rehearsal. */
  override shouldExecuteOnCPU(inputs: TensorInfo[], most?: number): boolean {
    const hasNumbers = ({ dataId }: TensorInfo) => this.tensorMap.get(dataId).values !== undefined;
    return inputs.every(hasNumbers) && super.shouldExecuteOnCPU(inputs, most);
  }

  #await(key: string, pipeline: Promise<GPUComputePipeline>): void {
    this.#ahead.set(key, pipeline);
    pipeline
      .then(compiled => {
        this.#inside.pipelineCache[key] ??= compiled;
      })
      // Whatever does not compile is told when it is run.
      .catch(() => undefined)
      .finally(() => this.#ahead.delete(key));
  }

  /** The same numbers lie in the same buffer, which is written once: a program only reads its uniforms. */
  #uniformsOnce(uniforms: Uniforms, make: Inside['makeUniforms']): GPUBufferBinding {
    const key = uniforms.map(({ type, data }) => `${type}:${data.join()}`).join(';');
    const known = this.#uniforms.get(key);
    if (known) return known;
    const pending = this.#inside.uniformPendingDisposal;
    if (this.#uniforms.size === mostUniforms) {
      pending.push(...[...this.#uniforms.values()].map(({ buffer }) => buffer));
      this.#uniforms.clear();
    }
    const made = make(uniforms);
    // tfjs would use it for something else after the submission.
    pending.pop();
    this.#uniforms.set(key, made);
    return made;
  }

  /** A factor, a weight of the loss, an encoder's mean: uploaded when it is first met, not in every iteration. */
  #placeConstant({ dataId, dtype, shape }: TensorInfo): void {
    const data = this.tensorMap.get(dataId);
    const { values } = data;
    if (data.resource || !(values instanceof Float32Array) || dtype !== 'float32') return;
    if (util.sizeFromShape(shape) > fewNumbers || values.length === 0) return;
    const key = new Uint32Array(values.buffer, values.byteOffset, values.length).join();
    const buffer = this.#constants.get(key) ?? this.#uploaded(values);
    // The newest last.
    this.#constants.delete(key);
    this.#constants.set(key, buffer);
    const [oldest] = this.#constants.keys();
    // Whoever holds it still has it; it goes with the last of them.
    if (oldest !== undefined && this.#constants.size > mostConstants) this.#constants.delete(oldest);
    data.resource = buffer;
    data.external = true;
    data.values = null as unknown as Float32Array;
  }

  #uploaded(values: Float32Array): GPUBuffer {
    const { STORAGE, COPY_SRC, COPY_DST } = GPUBufferUsage;
    const buffer = this.device.createBuffer({
      size: values.byteLength,
      usage: STORAGE | COPY_SRC | COPY_DST,
      mappedAtCreation: true,
    });
    new Float32Array(buffer.getMappedRange()).set(values);
    buffer.unmap();
    return buffer;
  }

  get #inside(): Inside {
    return this as unknown as Inside;
  }
}
