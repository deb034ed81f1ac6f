/** tfjs' WebGPU kernels that programs of ours stand in for, and one that is mended whoever computes. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { isBlocks, type Kernel, replaceKernel, type Undo } from './replace-kernel.ts';
import type { WasmKernels } from './wasm-kernels.ts';
import { replaceConvolutions } from './webgpu-convolution.ts';
import { addElementwise } from './webgpu-elementwise.ts';
import { addGram } from './webgpu-gram.ts';
import { addOptimisers } from './webgpu-optimise.ts';
import type { Program } from './webgpu-program.ts';

let inUse: { readonly whose: WasmKernels; readonly undo: readonly Undo[] } | undefined;

/** Puts ours in place of tfjs' own, or takes them out again. To be called before the backend starts. */
export function installPrograms(whose: WasmKernels): void {
  if (inUse?.whose === whose) return;
  for (const undo of inUse?.undo.toReversed() ?? []) undo();
  inUse = { whose, undo: whose === 'ours' ? replaceAll() : [mendMaxPoolGrad()] };
}

const replaceAll = (): readonly Undo[] => [
  mendMaxPoolGrad(),
  ...replaceConvolutions(),
  ...addOptimisers(),
  ...addGram(),
  ...addElementwise(),
];

const mendMaxPoolGrad = (): Undo => replaceKernel<WebGPUBackend>(tf.MaxPoolGrad, 'webgpu', maxPoolGrad);

/**
 * Where numbers tie for a maximum, tfjs' own gives all to the last of them, unlike every other backend, and it
 * writes down each one's place in a tensor of its own first.
 */
const maxPoolGrad =
  (original: Kernel<WebGPUBackend>): Kernel<WebGPUBackend> =>
  call => {
    const { inputs, attrs, backend } = call;
    const { dy, input } = inputs;
    if (!dy || !input || !isBlocks(attrs, input.shape)) return original(call);
    return backend.runWebGPUProgram(firstWinners(input.shape), [dy, input], 'float32');
  };

const workgroup = 64;

function firstWinners(shape: number[]): Program {
  return {
    variableNames: ['dy', 'x'],
    outputShape: shape,
    workgroupSize: [workgroup, 1, 1],
    dispatchLayout: { x: [0, 1, 2, 3] },
    dispatch: [Math.ceil(tf.util.sizeFromShape(shape) / workgroup), 1, 1],
    shaderKey: 'maxPoolGradFirstWinners',
    size: true,
    getUserCode: () => `
      fn main(index : i32) {
        if (index < uniforms.size) {
          let at = getCoordsFromIndex(index);
          let row = at.y / 2;
          let column = at.z / 2;
          var gradient = 0.0;
          if (row < uniforms.dyShape.y && column < uniforms.dyShape.z) {
            var winner = 0;
            var most = getX(at.x, 2 * row, 2 * column, at.w);
            for (var place = 1; place < 4; place++) {
              let rival = getX(at.x, 2 * row + place / 2, 2 * column + place % 2, at.w);
              if (rival > most) {
                most = rival;
                winner = place;
              }
            }
            if (winner == 2 * (at.y % 2) + at.z % 2) {
              gradient = getDy(at.x, row, column, at.w);
            }
          }
          setOutputAtIndex(index, gradient);
        }
      }`,
  };
}
