/** The numbers of a weight as safetensors stores them, as float32. */
import { halfToNumber } from '../decode.ts';

/** `bytes` begin their buffer, little-endian as the format is. Nothing for a type that no weight has. */
export function decode(bytes: Uint8Array<ArrayBuffer>, dtype: string): Float32Array | undefined {
  switch (dtype) {
    case 'F32':
      return new Float32Array(bytes.buffer);
    case 'F16':
      return Float32Array.from(new Uint16Array(bytes.buffer), halfToNumber);
    case 'BF16':
      // The upper half of a float32.
      return new Float32Array(Uint32Array.from(new Uint16Array(bytes.buffer), half => half * 2 ** 16).buffer);
    default:
      return undefined;
  }
}

export const isWeight = (dtype: string): boolean => ['F32', 'F16', 'BF16'].includes(dtype);
