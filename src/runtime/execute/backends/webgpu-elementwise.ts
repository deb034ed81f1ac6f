/** Differences of neighbours and scaled channels on WebGPU, each in one dispatch where tfjs' ops take several. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { channelScale, neighbourDifference } from '../../ir/own-kernels.ts';
import { addKernel, type Kernel, type Undo } from './replace-kernel.ts';
import { elementwise } from './webgpu-optimise.ts';

type WebGpu = Kernel<WebGPUBackend>;

export const addElementwise = (): readonly Undo[] => [
  addKernel(neighbourDifference, 'webgpu', difference),
  addKernel(channelScale, 'webgpu', scaleChannels),
];

const difference: WebGpu = ({ inputs: { x }, attrs, backend }) => {
  if (!x) throw new Error('There is nothing to take differences of.');
  const [axis, adjoint] = [Number(attrs.axis), attrs.adjoint === true];
  const count = x.shape[axis] ?? 0;
  const shape = x.shape.map((extent, at) => (at === axis ? extent + (adjoint ? 1 : -1) : extent));
  const inner = x.shape.slice(axis + 1).reduce((product, extent) => product * extent, 1);
  const program = elementwise(
    shape,
    adjoint ? 'differenceAdjoint' : 'difference',
    ['x'],
    adjoint
      ? `
          let line = uniforms.count + 1;
          let along = (index / uniforms.inner) % line;
          let at = (index / (uniforms.inner * line) * uniforms.count + along) * uniforms.inner + index % uniforms.inner;
          var sum = 0.0;
          if (along > 0) { sum += x[at - uniforms.inner]; }
          if (along < uniforms.count) { sum -= x[at]; }
          setOutputAtIndex(index, sum);`
      : `
          let line = uniforms.count - 1;
          let along = (index / uniforms.inner) % line;
          let at = (index / (uniforms.inner * line) * uniforms.count + along) * uniforms.inner + index % uniforms.inner;
          setOutputAtIndex(index, x[at + uniforms.inner] - x[at]);`,
    'count : i32, inner : i32,',
  );
  return backend.runWebGPUProgram(program, [x], 'float32', [
    { type: 'int32', data: [count] },
    { type: 'int32', data: [inner] },
  ]);
};

const scaleChannels: WebGpu = ({ inputs: { x, factors, offsets }, backend }) => {
  if (!x || !factors || !offsets) throw new Error('There is nothing to scale.');
  const program = elementwise(
    x.shape,
    'channelScale',
    ['x', 'factors', 'offsets'],
    `
          let channel = index % uniforms.factorsShape;
          setOutputAtIndex(index, x[index] * factors[channel] + offsets[channel]);`,
  );
  return backend.runWebGPUProgram(program, [x, factors, offsets], 'float32');
};
