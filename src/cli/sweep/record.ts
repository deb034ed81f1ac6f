/** What is kept of a cell beside its picture, and of the sweep as a whole; read back as something from outside (rule D5). */
import { z } from 'zod';

/** A file within the folder of the cells, never a way out of it. */
const plainName = z.string().regex(/^[A-Za-z0-9._+=~,-]{1,255}$/);

const finite = z.number();

const loss = z.object({
  optimiser: z.string(),
  /** The last one that was done. */
  iteration: z.int(),
  /** Σ value · weight at the picture that this iteration began with. */
  total: finite,
  terms: z.record(z.string(), z.object({ value: finite, weight: finite })),
});

export const cellRecordSchema = z.object({
  format: z.literal('gramarye-cell'),
  version: z.literal(1),
  name: z.string(),
  /** Of everything that the picture depends on, by content. */
  key: z.string(),
  status: z.enum(['done', 'failed']),
  /** The varied parameters, by path. */
  values: z.record(z.string(), z.json()),
  /** One for each optimiser, in the order in which they ran. */
  losses: z.array(loss),
  seconds: finite,
  backend: z.string(),
  /** One for each Output; of a cell that failed, the last good picture if there was one. */
  pictures: z.array(z.object({ node: z.string().optional(), file: plainName })),
  /** Why it failed. */
  reason: z.object({ en: z.string(), zh: z.string() }).optional(),
  /** The iteration after which the picture of a failed cell is. */
  goodUntil: z.int().optional(),
});

export type CellRecord = z.infer<typeof cellRecordSchema>;

const axis = z.object({
  path: z.string().max(300),
  values: z
    .array(z.object({ label: z.string().max(8192), value: z.json() }))
    .min(1)
    .max(4096),
});

export const manifestSchema = z.object({
  format: z.literal('gramarye-sweep'),
  version: z.literal(1),
  title: z.string(),
  /** Of the graph without what is varied: two sweeps with the same one may share a folder. */
  base: z.string(),
  axes: z.array(axis).min(1).max(2),
  /** The graph as it was adjusted, with the varied parameters as they were in it. */
  graph: z.json(),
});

export type Manifest = z.infer<typeof manifestSchema>;
