/**
 * One of tfjs' WebGPU kernels, mended: where numbers tie for a maximum, its MaxPoolGrad gives all to the last
 * of them, unlike every other backend, and it writes down each one's place in a tensor of its own first.
 */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { isBlocks, type Kernel, replaceKernel } from './replace-kernel.ts';

type Program = Parameters<WebGPUBackend['runWebGPUProgram']>[0];

let improved = false;

/** Puts it in place of tfjs' own. To be called before the backend starts. */
export function improveKernels(): void {
  if (improved) return;
  improved = true;
  replaceKernel<WebGPUBackend>(tf.MaxPoolGrad, 'webgpu', maxPoolGrad);
}

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
