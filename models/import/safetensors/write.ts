/**
 * Writes safetensors: the form in which our own cache keeps an encoder, and which other programs read. Eight
 * bytes with the length of a JSON header, the header, then the numbers, one tensor after the other with
 * nothing in between (https://huggingface.co/docs/safetensors, "Format").
 */
import type { HostTensor } from '../../../src/runtime/execute/resources.ts';

/** The header is filled up with spaces to a multiple of this, so that the numbers behind it are aligned. */
const alignment = 8;

/** What a header says of one tensor. */
export interface HeaderEntry {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  /** How many bytes its numbers take. */
  readonly bytes: number;
}

/** The file before its numbers: the header's length and the header, for tensors that follow in this order. */
export function safetensorsHeader(
  entries: readonly HeaderEntry[],
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  const header: [string, unknown][] = Object.keys(metadata).length > 0 ? [['__metadata__', metadata]] : [];
  let offset = 0;
  for (const { name, dtype, shape, bytes } of entries) {
    header.push([name, { dtype, shape, data_offsets: [offset, offset + bytes] }]);
    offset += bytes;
  }
  const text = new TextEncoder().encode(JSON.stringify(Object.fromEntries(header)));
  const length = Math.ceil(text.length / alignment) * alignment;
  const file = new Uint8Array(8 + length).fill(0x20);
  new DataView(file.buffer).setBigUint64(0, BigInt(length), true);
  file.set(text, 8);
  return file;
}

/**
 * A whole file, as chunks to be written one after the other: the header, then each tensor's float32, little-
 * endian, in the order of `tensors`. The chunks are views of the tensors' own memory: nothing is copied.
 */
export function writeSafetensors(
  tensors: ReadonlyMap<string, HostTensor>,
  metadata: Readonly<Record<string, string>> = {},
): readonly Uint8Array[] {
  const entries = [...tensors].map(([name, { shape, data }]) => ({
    name,
    dtype: 'F32',
    shape,
    bytes: data.byteLength,
  }));
  // Float32Array is little-endian on every machine that runs WebAssembly or WebGPU.
  const numbers = [...tensors.values()].map(
    ({ data }) => new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
  );
  return [safetensorsHeader(entries, metadata), ...numbers];
}
