/** A reference to an encoder, as a document holds it. */
import { message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import { shown } from '../import/shown.ts';

export type EncoderSource =
  /** The one that ships with Gramarye. */
  | { readonly type: 'lite' }
  | { readonly type: 'random'; readonly seed: number }
  /** One that was added and is kept under a name. */
  | { readonly type: 'kept'; readonly name: string }
  /** A layers model and its shards. */
  | { readonly type: 'folder'; readonly path: string }
  /** All weights in one file. */
  | { readonly type: 'file'; readonly path: string };

/** `lite`, `random:7`, `model:vgg19`, `folder:PATH`, `file:PATH`. */
export function parseReference(reference: string): Result<EncoderSource> {
  if (reference === 'lite') return success({ type: 'lite' });
  const seed = /^random:(\d{1,16})$/.exec(reference)?.[1];
  if (seed !== undefined && Number.isSafeInteger(Number(seed))) {
    return success({ type: 'random', seed: Number(seed) });
  }
  const [, scheme, rest = ''] = /^(model|folder|file):(.+)$/s.exec(reference) ?? [];
  if (scheme === 'model') return success({ type: 'kept', name: rest });
  if (scheme === 'folder' || scheme === 'file') return success({ type: scheme, path: rest });
  return failure(message('encoder.reference', { reference: shown(reference) }));
}
