/** Bytes that are here already, read like any others. */
import { failure, success } from '../../src/language/result.ts';
import { type ByteSource, cutShort } from './byte-source.ts';

/** `name` is what sentences call them. */
export const bytesSource = (bytes: Uint8Array, name: string): ByteSource => ({
  name,
  size: async () => success(bytes.length),
  read: async (start, length, onBytes) => {
    if (start + length > bytes.length) return failure(cutShort(name, bytes.length));
    onBytes?.(length);
    return success(bytes.subarray(start, start + length));
  },
  close: async () => {},
});
