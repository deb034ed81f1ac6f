/** Stored numbers to float32, exactly as TensorFlow.js decodes them. */
import type { Encoding } from './tfjs-manifest.ts';

/** `bytes` begin their buffer, little-endian as the format is and as every machine that we run on. */
export function decode(bytes: Uint8Array<ArrayBuffer>, encoding: Encoding): Float32Array | undefined {
  switch (encoding.type) {
    case 'float32':
      return new Float32Array(bytes.buffer);
    case 'float16':
      return Float32Array.from(new Uint16Array(bytes.buffer), halfToNumber);
    case 'uint8':
      return dequantised(bytes, encoding.scale, encoding.min);
    case 'uint16':
      return dequantised(new Uint16Array(bytes.buffer), encoding.scale, encoding.min);
    case 'other':
      return undefined;
  }
}

function dequantised(stored: Uint8Array | Uint16Array, scale: number, min: number): Float32Array {
  const numbers = new Float32Array(stored.length);
  for (let i = 0; i < numbers.length; i++) numbers[i] = (stored[i] ?? 0) * scale + min;
  return numbers;
}

/** IEEE 754 binary16: a sign, five bits of exponent with bias 15, ten of fraction. */
export function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

export const allFinite = (numbers: Float32Array): boolean => numbers.every(Number.isFinite);
