/** What kind of file begins with these bytes. Names of files are not asked: people rename them. */
import { type Message, message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import { hdf5Signature } from './keras-hdf5/signature.ts';
import { headerLength } from './safetensors/header.ts';

export type FileKind = 'safetensors' | 'hdf5' | 'json';

/** So many bytes tell. */
export const enoughToTell = 8;

/** `head` are the first {@link enoughToTell} bytes of `file`. */
export function detect(head: Uint8Array, file: string): Result<FileKind> {
  const begins = (...bytes: readonly number[]): boolean => bytes.every((byte, index) => head[index] === byte);
  if (begins(...hdf5Signature)) return success('hdf5');
  if (headerLength(head) !== undefined) return success('safetensors');
  if (/^\s*\{/.test(new TextDecoder().decode(head))) return success('json');
  return failure(unreadable(begins, file));
}

function unreadable(begins: (...bytes: readonly number[]) => boolean, file: string): Message {
  // ZIP, in which PyTorch and Keras pack today, and the pickles that PyTorch wrote before.
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0x80, 0x02)) return message('import.archive', { file });
  // Named so, and yet with a first number that cannot be the length of its header.
  if (file.endsWith('.safetensors')) return message('safetensors.header', { file });
  if (/\.(h5|hdf5)$/.test(file)) return message('hdf5.unreadable', { file });
  return message('import.unknown-layout', { file });
}
