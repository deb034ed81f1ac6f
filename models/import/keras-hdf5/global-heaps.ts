/**
 * Whether the library can read texts out of a file without going round in a circle. Texts of variable length lie
 * in global heaps (HDF5 File Format Specification, III.E): objects one behind the other, each of which says how
 * long it is. Where one says that it has no length, the library (2.0.0) stays there for ever.
 */

const signature = [0x47, 0x43, 0x4f, 0x4c] as const; // GCOL
const heapHeader = 16;
const objectHeader = 16;

/**
 * False where something that looks like a global heap has an object without a length, or one that is longer than
 * its heap. Numbers can look like a heap by chance: then nothing is lost but texts that one can do without.
 */
export function hasSoundHeaps(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [first] = signature;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (signature.every((byte, index) => bytes[at + index] === byte) && !isSound(view, at)) return false;
  }
  return true;
}

function isSound(view: DataView, start: number): boolean {
  if (start + heapHeader > view.byteLength) return false;
  const size = sizeAt(view, start + 8);
  const end = start + size;
  if (end > view.byteLength) return false;
  let at = start + heapHeader;
  while (at + objectHeader <= end) {
    const isFree = view.getUint16(at, true) === 0;
    const length = sizeAt(view, at + 8);
    // What is free is as long as it says, its header included; data are filled up to eight bytes.
    const step = isFree ? length : objectHeader + Math.ceil(length / 8) * 8;
    if (step === 0 || at + step > end) return false;
    at += step;
  }
  return true;
}

/** Eight bytes; what is too large for a number is larger than any file. */
const sizeAt = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));
