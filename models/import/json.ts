/** JSON from outside: decoded, parsed and checked against a schema, or a sentence that says where it is wrong. */
import type { z } from 'zod';
import { message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import { shown } from './shown.ts';

export function parseJson(bytes: Uint8Array, file: string): Result<unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return success(value);
  } catch {
    return failure(message('encoder.not-json', { file }));
  }
}

export function checkJson<T>(schema: z.ZodType<T>, value: unknown, file: string): Result<T> {
  const checked = schema.safeParse(value);
  if (checked.success) return success(checked.data);
  const issue = checked.error.issues[0];
  const path = [
    ...(issue?.path ?? []),
    ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []),
  ];
  return failure(message('encoder.json-field', { file, where: pathInWords(path) }));
}

/** `weightsManifest[0].weights[2].shape`, or the whole. */
function pathInWords(path: readonly PropertyKey[]): string {
  const words = path
    .map(step => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
  return shown(words) || '{}';
}
