/** The steps of an optimiser on WebGPU: a dispatch each where tfjs' ops take four or seven. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { adamUpdate, exponentialAverage } from '../../ir/own-kernels.ts';
import { addKernel, type Kernel, type Undo } from './replace-kernel.ts';

type WebGpu = Kernel<WebGPUBackend>;
type Program = Parameters<WebGPUBackend['runWebGPUProgram']>[0];

export const addOptimisers = (): readonly Undo[] => [
  addKernel(exponentialAverage, 'webgpu', averageMoving),
  addKernel(adamUpdate, 'webgpu', stepByAdam),
];

const averageMoving: WebGpu = ({ inputs: { average, sample, keep, take }, attrs, backend }) => {
  if (!average || !sample || !keep || !take) throw new Error('There is nothing to average.');
  const squares = attrs.squares === true;
  const program = elementwise(
    average.shape,
    squares ? 'averageOfSquares' : 'movingAverage',
    ['average', 'sample', 'keep', 'take'],
    `
      let sampled = getSampleByOutputIndex(index);
      let fresh = ${squares ? 'sampled * sampled' : 'sampled'};
      setOutputAtIndex(index, getAverageByOutputIndex(index) * getKeep() + fresh * getTake());`,
  );
  return backend.runWebGPUProgram(program, [average, sample, keep, take], 'float32');
};

const stepByAdam: WebGpu = ({ inputs: { x, m, v, step, correction, epsilon }, attrs, backend }) => {
  if (!x || !m || !v || !step || !correction || !epsilon) throw new Error('There is no step to take.');
  const [low, high] = [Number(attrs.low), Number(attrs.high)];
  const clamps = Number.isFinite(low) && Number.isFinite(high);
  const program = elementwise(
    x.shape,
    clamps ? 'adamStepWithin' : 'adamStep',
    ['x', 'm', 'v', 'step', 'correction', 'epsilon'],
    `
      let deviation = sqrt(getVByOutputIndex(index)) * getCorrection() + getEpsilon();
      let next = getXByOutputIndex(index) - getMByOutputIndex(index) / deviation * getStep();
      setOutputAtIndex(index, ${clamps ? 'select(clamp(next, uniforms.low, uniforms.high), next, isnan(next))' : 'next'});`,
    clamps ? 'low : f32, high : f32,' : '',
  );
  const limits = clamps ? [low, high].map(limit => ({ type: 'float32', data: [limit] })) : [];
  return backend.runWebGPUProgram(program, [x, m, v, step, correction, epsilon], 'float32', limits);
};

const workgroup = 64;

/** `code` says what becomes of the number at `index`. */
export function elementwise(
  shape: number[],
  shaderKey: string,
  variableNames: string[],
  code: string,
  uniforms = '',
): Program {
  return {
    variableNames,
    outputShape: shape,
    ...(uniforms && { uniforms }),
    workgroupSize: [workgroup, 1, 1],
    dispatchLayout: { x: shape.map((_, axis) => axis) },
    dispatch: [Math.ceil(tf.util.sizeFromShape(shape) / workgroup), 1, 1],
    shaderKey,
    size: true,
    getUserCode: () => `
      fn main(index : i32) {
        if (index < uniforms.size) {${code}
        }
      }`,
  };
}
