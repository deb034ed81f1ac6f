/** Number by number on WebAssembly, over all threads where a tensor is large; sums in one pass; scalars side by side. */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { affineMap, combination, packedScalars, sumOfAll } from '../../ir/own-kernels.ts';
import type { Combination } from '../../kernels/tasks.ts';
import { kernelsOf, placeOf } from './kernels-of.ts';
import { addKernel, type Kernel, numbersOf, type Undo } from './replace-kernel.ts';

type Wasm = Kernel<BackendWasm>;

export const addCombinations = (): readonly Undo[] => [
  addKernel(combination, 'wasm', combine),
  addKernel(affineMap, 'wasm', scaleAndShift),
  addKernel(sumOfAll, 'wasm', sumUp),
  addKernel(packedScalars, 'wasm', pack),
];

const combine: Wasm = ({ inputs: { a, b }, attrs, backend }) => {
  if (!a || !b) throw new Error('There is nothing to combine.');
  const y = backend.makeOutput(a.shape, 'float32');
  const count = tf.util.sizeFromShape(a.shape);
  kernelsOf(backend).combine({
    operation: attrs.operation as Combination['operation'],
    a: placeOf(backend, a),
    b: placeOf(backend, b),
    y: placeOf(backend, y),
    count,
    isSingle: b.shape.length === 0,
  });
  return y;
};

const scaleAndShift: Wasm = ({ inputs: { x }, attrs, backend }) => {
  if (!x) throw new Error('There is nothing to scale.');
  const y = backend.makeOutput(x.shape, 'float32');
  kernelsOf(backend).scaleAndShift({
    x: placeOf(backend, x),
    y: placeOf(backend, y),
    count: tf.util.sizeFromShape(x.shape),
    factor: Number(attrs.factor),
    offset: Number(attrs.offset),
  });
  return y;
};

const sumUp: Wasm = ({ inputs: { x }, attrs, backend }) => {
  if (!x) throw new Error('There is nothing to add up.');
  const y = backend.makeOutput([], 'float32');
  kernelsOf(backend).sumUp({
    x: placeOf(backend, x),
    y: placeOf(backend, y),
    count: tf.util.sizeFromShape(x.shape),
    squares: attrs.squares === true,
    factor: Number(attrs.factor),
  });
  return y;
};

const pack: Wasm = ({ inputs, backend }) => {
  const names = Object.keys(inputs).sort();
  const y = backend.makeOutput([names.length], 'float32');
  const numbers = numbersOf(backend, y);
  const heap = new Float32Array(numbers.buffer);
  for (const [at, name] of names.entries()) {
    const scalar = inputs[name];
    numbers[at] = scalar ? (heap[placeOf(backend, scalar) / 4] ?? Number.NaN) : Number.NaN;
  }
  return y;
};
