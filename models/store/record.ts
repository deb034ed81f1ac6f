/** What is kept about an encoder beside its weights: where it came from, what it is, and how to tell it is whole. */
import { z } from 'zod';
import type { Agreement } from '../known-sources.ts';

const text = z.string().max(4096);
/** A name of its own is the same in every language; what says what it is, is said in each. */
const said = z.union([text, z.object({ en: text, zh: text })]);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const triple = z.tuple([z.number(), z.number(), z.number()]).readonly();

export const recordSchema = z.object({
  schema: z.literal(1),
  /** The one that `model:NAME` and `models remove NAME` take. */
  name: text,
  title: said,
  /** Of the file or folder that it was read from. */
  layout: text,
  /** A URL, or the last name of a path: where things lie on a person's machine is nobody's business. */
  source: text,
  /** When it was put here, as ISO 8601 has it. */
  added: z.iso.datetime(),
  /** SHA-256 of the file that it was read from, where all of it was read. */
  fileSha256: sha256.optional(),
  agreement: z.enum(['agrees', 'differs', 'unlisted'] satisfies Agreement[]),
  /** As SPDX abbreviates it, where it is known. */
  licence: text.optional(),
  /** Of architecture, preprocessing and weights: what `EncoderFacts` calls its hash. */
  hash: sha256,
  layers: z
    .array(z.object({ name: text, channels: z.int().positive() }))
    .min(1)
    .max(64)
    .readonly(),
  preprocessing: z.object({ title: text, factors: triple, offsets: triple }),
  /** The safetensors file beside this record. */
  weights: z.object({
    file: z.string().regex(/^[a-z0-9._-]+\.safetensors$/),
    bytes: z.int().positive(),
    sha256,
  }),
});

export type EncoderRecord = Readonly<z.infer<typeof recordSchema>>;
