/**
 * Whether the places that a header names can be true. The format's own rules, as its reference reader has
 * them: the tensors fill the file one after the other, without a gap and without an overlap, and each is as
 * long as its shape. So a place that was shifted by a byte is noticed, wherever it points.
 */
import { type Message, message } from '../../../src/language/message.ts';
import { shapeInWords } from '../../architecture.ts';
import type { StoredTensor } from './header.ts';

/** Bytes of one number. Others, such as those of four bits, are nothing that a weight here could be. */
const bytesEach: ReadonlyMap<string, number> = new Map([
  ['F64', 8],
  ['F32', 4],
  ['F16', 2],
  ['BF16', 2],
  ['I64', 8],
  ['I32', 4],
  ['I16', 2],
  ['I8', 1],
  ['U64', 8],
  ['U32', 4],
  ['U16', 2],
  ['U8', 1],
  ['BOOL', 1],
]);

/** `tensors` by where they lie, the first at `begin`; `size` is the file's, where it is known. */
export function checkLayout(
  tensors: readonly StoredTensor[],
  begin: number,
  file: string,
  size?: number,
): Message | undefined {
  let position = begin;
  for (const { name, dtype, shape, start, bytes } of tensors) {
    const each = bytesEach.get(dtype);
    const expected = shape.reduce((product, side) => product * side, each ?? 0);
    if (each !== undefined && expected !== bytes) {
      const shapeText = shapeInWords(shape);
      return message('safetensors.length', {
        file,
        tensor: name,
        bytes: String(bytes),
        shape: shapeText,
        dtype,
      });
    }
    if (start !== position) {
      return message(start < position ? 'safetensors.overlap' : 'safetensors.gap', { file, tensor: name });
    }
    position += bytes;
    if (size !== undefined && position > size) {
      return message('safetensors.cut', { file, tensor: name, missing: String(position - size) });
    }
  }
  if (size !== undefined && position < size) {
    return message('safetensors.trailing', { file, bytes: String(size - position) });
  }
  return undefined;
}
