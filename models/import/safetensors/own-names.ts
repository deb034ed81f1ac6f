/**
 * Our own names, `conv1_1/kernel` ([3, 3, in, out], red first) and `conv1_1/bias`: the form in which encoders
 * are kept and the one that ships. Such a file can say in its metadata what becomes of a picture before it.
 */
import { z } from 'zod';
import { message } from '../../../src/language/message.ts';
import { failure, type Result, success } from '../../../src/language/result.ts';
import type { Preprocessing } from '../../preprocessing.ts';
import { checkJson, parseJson } from '../json.ts';
import type { Header, StoredTensor } from './header.ts';
import type { Wanted } from './wanted.ts';

const ours = /^conv[1-5]_[1-4]\/(kernel|bias)$/;

/** Where the metadata state it: `{"factors": [r, g, b], "offsets": [r, g, b], "title": "…"}`. */
export const preprocessingKey = 'preprocessing';

export const hasOwnNames = (tensors: readonly StoredTensor[]): boolean =>
  tensors.some(({ name }) => ours.test(name));

export function findOwnNames(
  tensors: readonly StoredTensor[],
  file: string,
): Result<ReadonlyMap<string, Wanted>> {
  const foreign = tensors.find(({ name }) => !ours.test(name));
  if (foreign) return failure(message('import.foreign-tensor', { file, tensor: foreign.name }));
  return success(
    new Map(tensors.map(stored => [stored.name, { stored, shape: stored.shape, outputsFirst: false }])),
  );
}

/** What to write under {@link preprocessingKey}, so that the file says by itself how it is used. */
export const preprocessingMetadata = (applied: Preprocessing['applied']): Record<string, string> => ({
  [preprocessingKey]: JSON.stringify(applied),
});

const bounded = z.number().min(-1e6).max(1e6);
const triple = z.tuple([bounded, bounded, bounded]).readonly();
const schema = z.object({
  factors: triple,
  offsets: triple,
  title: z.string().max(200),
});

/** What the metadata state; nothing where they don't. */
export function statedInMetadata({ metadata }: Header, file: string): Result<Preprocessing | undefined> {
  const text = metadata.get(preprocessingKey);
  if (text === undefined || !text.startsWith('{')) return success(undefined);
  const json = parseJson(new TextEncoder().encode(text), file);
  const stated = json.ok ? checkJson(schema, json.value, file) : json;
  return stated.ok ? success({ order: 'rgb', applied: stated.value }) : stated;
}
