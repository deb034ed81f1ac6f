/** Which of tfjs' convolutions are those of an encoder: 3×3, stride 1, of a single picture. */
import type { Call } from './replace-kernel.ts';

/** Rows and columns of zeros around a single picture; undefined where it is another kind of convolution. */
export function paddingOf({ inputs: { x, filter }, attrs }: Call<unknown>): number | undefined {
  const [rows, columns] = filter?.shape ?? [];
  const isSingle = x?.shape.length === 4 && x.shape[0] === 1 && x.dtype === 'float32';
  if (!isSingle || rows !== 3 || columns !== 3) return undefined;
  const { strides, dilations = 1, pad, dataFormat = 'NHWC' } = attrs;
  if (dataFormat !== 'NHWC' || ![strides, dilations].every(isOne)) return undefined;
  const padding = pad === 'same' ? 1 : pad === 'valid' ? 0 : Number(pad);
  return padding === 0 || padding === 1 || padding === 2 ? padding : undefined;
}

/** The ReLU behind it, where there is one; undefined where something else is. */
export function reluOf({ inputs, attrs: { activation = 'linear' } }: Call<unknown>): boolean | undefined {
  if (inputs.preluActivationWeights) return undefined;
  return activation === 'relu' ? true : activation === 'linear' ? false : undefined;
}

const isOne = (value: unknown): boolean =>
  Array.isArray(value) ? value.every(item => item === 1) : value === 1;
