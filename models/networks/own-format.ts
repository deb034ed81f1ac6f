/**
 * Gramarye's own way to write a network down: a `model.json` with its steps as they are and the manifest of
 * TensorFlow.js for its weights, which may be quantised. What ships is written so (`models/training`).
 */
import { z } from 'zod';
import type { NetworkStep } from '../../src/graph/network.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import { checkJson } from '../import/json.ts';
import type { NetworkContents } from './network-pack.ts';

const name = z.string().min(1).max(256);
const small = z.int().min(1).max(64);
const shape = z.tuple([small, small, z.int().min(1).max(8192), z.int().min(1).max(8192)]);
const pair = z.tuple([z.int().min(0).max(512), z.int().min(0).max(512)]);
const factors = z.array(z.number()).min(1).max(8192);

const operation = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('convolution'),
    kernel: name,
    bias: name.optional(),
    shape,
    stride: small,
    padding: z.enum(['same', 'valid']),
  }),
  z.object({
    type: z.literal('transposed-convolution'),
    kernel: name,
    bias: name.optional(),
    shape,
    stride: small,
  }),
  z.object({
    type: z.literal('instance-norm'),
    scale: name.optional(),
    shift: name.optional(),
    channels: z.int().min(1).max(8192),
    epsilon: z.number().positive().max(1),
  }),
  z.object({ type: z.literal('channel-affine'), factors, offsets: factors }),
  z.object({ type: z.literal('affine'), factor: z.number(), offset: z.number() }),
  z.object({ type: z.enum(['relu', 'tanh', 'sigmoid', 'max-pool', 'average-pool']) }),
  z.object({ type: z.literal('leaky-relu'), slope: z.number().min(0).max(1) }),
  z.object({ type: z.literal('add') }),
  z.object({ type: z.literal('enlarge'), factor: small, filter: z.enum(['nearest', 'bilinear']) }),
  z.object({ type: z.literal('pad'), mode: z.enum(['zero', 'replicate', 'reflect']), amount: small }),
  z.object({ type: z.literal('crop'), rows: pair, columns: pair }),
]);

const networkSchema = z.object({
  format: z.literal('gramarye-network'),
  schema: z.literal(1),
  title: z.union([z.string().max(200), z.object({ en: z.string().max(200), zh: z.string().max(200) })]),
  input: z.discriminatedUnion('type', [
    z.object({ type: z.literal('image') }),
    z.object({
      type: z.literal('features'),
      encoder: z.string().regex(/^[0-9a-f]{64}$/),
      tap: z.string().regex(/^(conv|relu)\d_\d$/),
      channels: z.int().min(1).max(8192),
    }),
  ]),
  range: z.enum(['unit', 'signed', 'bytes']).optional(),
  steps: z.array(z.object({ name, of: z.array(name).max(2), operation })).max(2000),
});

export const isOwnFormat = (model: unknown): boolean =>
  typeof model === 'object' && model !== null && Reflect.get(model, 'format') === 'gramarye-network';

/** What `model` says beside its weights. */
export function readOwnFormat(model: unknown, file: string): Result<Omit<NetworkContents, 'tensors'>> {
  const checked = checkJson(networkSchema, model, file);
  if (!checked.ok) return failure(checked.reason);
  const { title, input, range, steps } = checked.value;
  // What zod leaves out of an optional field it types as undefined; it is not there.
  return success({ title, input, ...(range && { range }), steps: steps as readonly NetworkStep[] });
}
