/**
 * Products of matrices on WebAssembly by kernels of our own. tfjs' lets XNNPACK lay the right factor out anew, keeps
 * that layout for as long as the factor's numbers live, and finds it again by their identity alone: under another
 * shape, which a reshape gives them, it is wrong, and the product reads beyond its end. So where the original is
 * still needed (several products at once, transposed factors), the layout goes when the product is done.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { gramMatrix, matrixProduct } from '../../ir/own-kernels.ts';
import { kernelsOf, placeOf } from './kernels-of.ts';
import { addKernel, type Kernel, replaceKernel, type Undo } from './replace-kernel.ts';

type Wasm = Kernel<BackendWasm>;

export const replaceProducts = (): readonly Undo[] => [
  replaceKernel(tf.BatchMatMul, 'wasm', matMul),
  addKernel(matrixProduct, 'wasm', product),
  addKernel(gramMatrix, 'wasm', gram),
];

/** tfjs' own product, right whatever the shapes of its right factor. */
export const mendProducts = (): readonly Undo[] => [replaceKernel(tf.BatchMatMul, 'wasm', mended)];

const mended =
  (original: Wasm): Wasm =>
  call => {
    const product = original(call);
    if (call.inputs.b) forgetLayout(call.backend, call.inputs.b);
    return product;
  };

const matMul =
  (original: Wasm): Wasm =>
  call => {
    const { inputs, attrs, backend } = call;
    const { a, b } = inputs;
    if (!a || !b) return original(call);
    const isSingle = [a, b].every(
      ({ shape, dtype }) => dtype === 'float32' && shape.slice(0, -2).every(extent => extent === 1),
    );
    const [rows = 0, terms = 0] = a.shape.slice(-2);
    const columns = b.shape.at(-1) ?? 0;
    if (!isSingle || attrs.transposeA || attrs.transposeB || rows * terms * columns === 0) {
      return mended(original)(call);
    }
    return multiply(backend, a, b);
  };

const product: Wasm = ({ inputs: { a, b, plus }, backend }) => {
  if (!a || !b) throw new Error('There is nothing to multiply.');
  return multiply(backend, a, b, plus);
};

/** Of a's last axis; all others are rows. */
function multiply(
  backend: BackendWasm,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  plus?: tf.TensorInfo,
): tf.TensorInfo {
  const [terms = 0, columns = 0] = b.shape.slice(-2);
  const shape = [...a.shape.slice(0, -1), columns];
  const y = backend.makeOutput(shape, 'float32');
  kernelsOf(backend).multiply({
    a: placeOf(backend, a),
    b: placeOf(backend, b),
    plus: plus ? placeOf(backend, plus) : 0,
    y: placeOf(backend, y),
    rows: tf.util.sizeFromShape(shape.slice(0, -1)),
    ...{ terms, columns },
  });
  return y;
}

/** To XNNPACK's operators a tensor that is registered anew is another one. */
function forgetLayout({ wasm, dataIdMap }: BackendWasm, { dataId, shape }: tf.TensorInfo): void {
  const { id, memoryOffset } = dataIdMap.get(dataId);
  wasm.tfjs.disposeData(id);
  wasm.tfjs.registerTensor(id, tf.util.sizeFromShape(shape), memoryOffset);
}

const gram: Wasm = ({ inputs: { x }, attrs: { divisor }, backend }) => {
  if (!x) throw new Error('There is nothing to multiply.');
  const [positions = 0, channels = 0] = x.shape;
  const y = backend.makeOutput([channels, channels], 'float32');
  const places = { x: placeOf(backend, x), y: placeOf(backend, y) };
  kernelsOf(backend).gram({ ...places, positions, channels, factor: 1 / Number(divisor) });
  return y;
};
