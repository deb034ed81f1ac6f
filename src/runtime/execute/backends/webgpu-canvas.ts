/// <reference lib="dom" />
/**
 * A picture goes from a tensor on the GPU to a bitmap that a page can show, without passing through the processor:
 * a program draws it on a canvas of the same device, made smaller as `scaledDown` does it. There are browsers
 * whose WebGPU and whose canvases don't meet: a canvas is then blank. So the first thing that is drawn is a colour
 * that is known, and unless it is seen, pictures are read back as ever.
 */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Gpu } from './webgpu-backend.ts';

export interface DrawnSize {
  readonly width: number;
  readonly height: number;
}

export class GpuCanvas {
  /** Nothing was seen of what was drawn; the device may be lost by it, and the next one need not be. */
  static #isBlank = false;
  readonly #gpu: Gpu;
  readonly #canvas: OffscreenCanvas;
  readonly #context: GPUCanvasContext;
  readonly #pipeline: GPURenderPipeline;
  readonly #sizes: GPUBuffer;

  private constructor(gpu: Gpu, canvas: OffscreenCanvas, context: GPUCanvasContext) {
    const { device } = gpu;
    const format = navigator.gpu.getPreferredCanvasFormat();
    const module = device.createShaderModule({ code: program });
    this.#gpu = gpu;
    this.#canvas = canvas;
    this.#context = context;
    context.configure({ device, format, alphaMode: 'opaque' });
    this.#pipeline = device.createRenderPipeline({
      layout: 'auto',
      vertex: { module },
      fragment: { module, targets: [{ format }] },
    });
    this.#sizes = device.createBuffer({ size: 16, usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST });
  }

  /** Undefined where there is no canvas for a GPU (Node, some browsers), or nothing is seen of what is drawn on it. */
  static open(gpu: Gpu): GpuCanvas | undefined {
    if (GpuCanvas.#isBlank || typeof OffscreenCanvas === 'undefined') return undefined;
    try {
      const canvas = new OffscreenCanvas(1, 1);
      const context = canvas.getContext('webgpu');
      if (context) {
        const opened = new GpuCanvas(gpu, canvas, context);
        if (opened.#isSeen()) return opened;
      }
    } catch {}
    GpuCanvas.#isBlank = true;
    return undefined;
  }

  /**
   * @param picture [height, width, 3], 0 to 1; what lies outside is clipped, what is no number is black.
   * @param size At most that of the picture.
   */
  draw(picture: TensorInfo, { width, height }: DrawnSize): ImageBitmap | undefined {
    const buffer = this.#gpu.bufferOf(picture);
    if (!buffer) return undefined;
    const [tall = 0, wide = 0] = picture.shape;
    const { device } = this.#gpu;
    device.queue.writeBuffer(this.#sizes, 0, new Float32Array([wide, tall, width, height]));
    const group = device.createBindGroup({
      layout: this.#pipeline.getBindGroupLayout(0),
      entries: [buffer, this.#sizes].map((resource, binding) => ({
        binding,
        resource: { buffer: resource },
      })),
    });
    // A canvas that is given a size, even its own, begins anew.
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    this.#gpu.submitWith(encoder => {
      const pass = encoder.beginRenderPass({
        colorAttachments: [
          { view: this.#context.getCurrentTexture().createView(), loadOp: 'clear', storeOp: 'store' },
        ],
      });
      pass.setPipeline(this.#pipeline);
      pass.setBindGroup(0, group);
      pass.draw(3);
      pass.end();
    });
    return this.#canvas.transferToImageBitmap();
  }

  #isSeen(): boolean {
    const colour = this.#gpu.makeTensorInfo([1, 1, 3], 'float32', new Float32Array([0.2, 0.4, 0.6]));
    const bitmap = this.draw(colour, { width: 1, height: 1 });
    this.#gpu.disposeData(colour.dataId);
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    if (!bitmap || !context) return false;
    context.drawImage(bitmap, 0, 0);
    bitmap.close();
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return Math.abs(red - 51) < 2 && Math.abs(green - 102) < 2 && Math.abs(blue - 153) < 2;
  }
}

/** One triangle over all of the canvas; each pixel is the mean of what lies under it, parts at its edges by their share. */
const program = `
struct Sizes { full: vec2f, shown: vec2f };
@group(0) @binding(0) var<storage, read> picture: array<f32>;
@group(0) @binding(1) var<uniform> sizes: Sizes;

@vertex fn corner(@builtin(vertex_index) index: u32) -> @builtin(position) vec4f {
  return vec4f(f32(4 * i32(index & 1u) - 1), f32(4 * i32(index >> 1u) - 1), 0.0, 1.0);
}

fn number(at: i32) -> f32 {
  let value = picture[at];
  return select(value, 0.0, (bitcast<u32>(value) & 0x7fffffffu) > 0x7f800000u);
}

@fragment fn pixel(@builtin(position) at: vec4f) -> @location(0) vec4f {
  let step = sizes.full / sizes.shown;
  let start = floor(at.xy) * step;
  let end = min(start + step, sizes.full);
  var sum = vec3f(0.0);
  for (var row = floor(start.y); row < end.y; row += 1.0) {
    let high = min(row + 1.0, end.y) - max(row, start.y);
    for (var column = floor(start.x); column < end.x; column += 1.0) {
      let share = high * (min(column + 1.0, end.x) - max(column, start.x));
      let place = 3 * (i32(row) * i32(sizes.full.x) + i32(column));
      sum += share * vec3f(number(place), number(place + 1), number(place + 2));
    }
  }
  let covered = end - start;
  return vec4f(clamp(sum / (covered.x * covered.y), vec3f(0.0), vec3f(1.0)), 1.0);
}`;
