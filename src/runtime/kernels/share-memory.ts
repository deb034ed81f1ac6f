/**
 * A WebAssembly module with memory of its own, made one whose memory threads can share: that is a matter of one bit.
 * tfjs' build without threads then computes where our threads can reach it. Its code stays as it is: it alone
 * touches its heap while no kernel of ours runs.
 */

const memorySection = 5;
const hasMaximum = 1;
const isShared = 2;

/** @returns A copy; undefined where the module has no memory of its own or no upper bound for it. */
export function shareMemory(module: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  const magicAndVersion = 8;
  for (let at = magicAndVersion; at < module.length; ) {
    const section = module[at];
    const size = readUnsigned(module, at + 1);
    if (section === memorySection) {
      // How many memories there are, and then the first one's kind.
      const kind = readUnsigned(module, size.end).end;
      if (module[kind] !== hasMaximum) return undefined;
      const shared = module.slice();
      shared[kind] = hasMaximum | isShared;
      return shared;
    }
    at = size.end + size.value;
  }
  return undefined;
}

/** LEB128, as WebAssembly writes its numbers. */
function readUnsigned(bytes: Uint8Array, from: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let at = from, weight = 1; at < bytes.length; at++, weight *= 128) {
    const byte = bytes[at] ?? 0;
    value += (byte % 128) * weight;
    if (byte < 128) return { value, end: at + 1 };
  }
  return { value, end: bytes.length };
}
