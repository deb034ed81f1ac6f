/** A reference to an encoder, as a document holds it. */
import { message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import { shown } from '../import/shown.ts';

export type EncoderSource =
  | { readonly type: 'random'; readonly seed: number }
  | { readonly type: 'folder'; readonly path: string };

export function parseReference(reference: string): Result<EncoderSource> {
  const seed = /^random:(\d{1,16})$/.exec(reference)?.[1];
  if (seed !== undefined && Number.isSafeInteger(Number(seed))) {
    return success({ type: 'random', seed: Number(seed) });
  }
  const path = /^folder:(.+)$/s.exec(reference)?.[1];
  if (path !== undefined) return success({ type: 'folder', path });
  return failure(message('encoder.reference', { reference: shown(reference) }));
}
