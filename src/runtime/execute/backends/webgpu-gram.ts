/**
 * Gram matrices on WebGPU. They are symmetric: only tiles on and above the diagonal are computed. Shallow layers
 * have few channels and many positions, so that a few tiles would leave most of a GPU idle: there the positions
 * are split, and a second pass adds up, scales, and writes what is below the diagonal, too.
 */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { gramMatrix } from '../../ir/own-kernels.ts';
import { addKernel, type Kernel, type Undo } from './replace-kernel.ts';
import type { Program } from './webgpu-program.ts';

export const addGram = (): readonly Undo[] => [addKernel(gramMatrix, 'webgpu', multiplyForGram)];

/** Workgroups that keep a large GPU busy; more would have more to add up. */
const plenty = 256;

/** Fewer positions than these are not worth a workgroup of their own. */
const fewestPositions = 256;

const multiplyForGram: Kernel<WebGPUBackend> = ({ inputs: { x }, attrs, backend }) => {
  if (!x) throw new Error('There is nothing to multiply.');
  const [positions = 0, channels = 0] = x.shape;
  const side = channels > 32 ? 64 : 32;
  const tiles = Math.ceil(channels / side);
  const pairs = (tiles * (tiles + 1)) / 2;
  const most = Math.ceil(positions / fewestPositions);
  const slice = Math.ceil(positions / Math.min(most, Math.ceil(plenty / pairs)));
  const slices = Math.ceil(positions / slice);
  const partial = backend.runWebGPUProgram(products(channels, slices, side, pairs), [x], 'float32', [
    { type: 'int32', data: [slice] },
  ]);
  const sum = backend.runWebGPUProgram(total(channels, side), [partial], 'float32', [
    { type: 'int32', data: [slices] },
    { type: 'float32', data: [1 / Number(attrs.divisor)] },
  ]);
  backend.disposeData(partial.dataId);
  return sum;
};

/** Positions whose channels are in shared memory at once. */
const depth = 16;

/**
 * A workgroup for each pair of tiles and each slice of the positions, 4 × 4 numbers for each of its threads:
 * [positions, channels] → [slices, channels, channels], of which what is below the diagonal's tiles is not written.
 */
function products(channels: number, slices: number, side: number, pairs: number): Program {
  const across = side / 4;
  const threads = across * across;
  const inFours = channels % 4 === 0;
  // Four channels of a position, zeros beyond the last of either.
  const load = inFours
    ? `if (channel < channels && position < end) { four = x[(position * channels + channel) / 4]; }`
    : `for (var i = 0; i < 4; i++) {
        if (channel + i < channels && position < end) { four[i] = x[position * channels + channel + i]; }
      }`;
  return {
    variableNames: ['x'],
    variableComponents: [inFours ? 4 : 1],
    outputShape: [slices, channels, channels],
    uniforms: 'slice : i32,',
    workgroupSize: [across, across, 1],
    dispatchLayout: { x: [2], y: [1], z: [0] },
    dispatch: [pairs, slices, 1],
    shaderKey: `gramProducts ${side} ${inFours}`,
    getUserCode: () => `
      var<workgroup> above: array<vec4<f32>, ${depth * across}>;
      var<workgroup> beside: array<vec4<f32>, ${depth * across}>;

      fn fourOf(position: i32, channel: i32, end: i32) -> vec4<f32> {
        let channels = uniforms.xShape.y;
        var four = vec4<f32>(0.0);
        ${load}
        return four;
      }

      fn main() {
        let channels = uniforms.xShape.y;
        let tiles = (channels + ${side - 1}) / ${side};
        var row = 0;
        var pair = i32(workgroupId.x);
        while (pair >= tiles - row) {
          pair -= tiles - row;
          row++;
        }
        let top = ${side} * row;
        let left = ${side} * (row + pair);
        let begin = i32(workgroupId.y) * uniforms.slice;
        let end = min(begin + uniforms.slice, uniforms.xShape.x);
        let place = i32(localIndex);
        let mine = vec2<i32>(localId.xy);
        var sums: array<vec4<f32>, 4>;
        // As often for the last slice, too: all of a workgroup have to meet at a barrier.
        for (var done = 0; done < uniforms.slice; done += ${depth}) {
          for (var at = place; at < ${depth * across}; at += ${threads}) {
            let position = begin + done + at / ${across};
            let channel = 4 * (at % ${across});
            above[at] = fourOf(position, top + channel, end);
            beside[at] = fourOf(position, left + channel, end);
          }
          workgroupBarrier();
          for (var k = 0; k < ${depth}; k++) {
            let down = above[k * ${across} + mine.y];
            let along = beside[k * ${across} + mine.x];
            for (var i = 0; i < 4; i++) { sums[i] += down[i] * along; }
          }
          workgroupBarrier();
        }
        for (var i = 0; i < 4; i++) {
          let line = top + 4 * mine.y + i;
          for (var j = 0; j < 4; j++) {
            let column = left + 4 * mine.x + j;
            if (line < channels && column < channels) {
              result[(i32(workgroupId.y) * channels + line) * channels + column] = sums[i][j];
            }
          }
        }
      }`,
  };
}

const workgroup = 64;

/** [slices, channels, channels] → [channels, channels]. */
const total = (channels: number, side: number): Program => ({
  variableNames: ['partial'],
  outputShape: [channels, channels],
  uniforms: 'slices : i32, scale : f32,',
  workgroupSize: [workgroup, 1, 1],
  dispatchLayout: { x: [0, 1] },
  dispatch: [Math.ceil(channels ** 2 / workgroup), 1, 1],
  shaderKey: `gramTotal ${side}`,
  size: true,
  getUserCode: () => `
    fn main(index : i32) {
      if (index < uniforms.size) {
        let channels = uniforms.outShape.x;
        var at = vec2<i32>(index / channels, index % channels);
        if (at.x / ${side} > at.y / ${side}) { at = at.yx; }
        var sum = 0.0;
        for (var slice = 0; slice < uniforms.slices; slice++) {
          sum += partial[(slice * channels + at.x) * channels + at.y];
        }
        setOutputAtIndex(index, sum * uniforms.scale);
      }
    }`,
});
