/**
 * What a lesson asks to be done, declared as data and judged from the real state: the document, the paintings,
 * what is looked at. A teacher names what is to become true; `watch.ts` sees to it that it became so by a deed.
 */
import { z } from 'zod';

const name = z.string().min(1).max(200);
const layers = z.array(name).min(1).max(64).readonly();

export const conditionSchema = z.discriminatedUnion('type', [
  /** A parameter is within the bounds that are named; where none are, it has another value than at first. */
  z.strictObject({
    type: z.literal('parameter'),
    node: name,
    param: name,
    above: z.number().exactOptional(),
    below: z.number().exactOptional(),
    is: z.union([z.string().max(4_096), z.number(), z.boolean()]).exactOptional(),
  }),
  /** All these layers are tapped or weighed, or none of them. */
  z.strictObject({ type: z.literal('layers'), node: name, layers, are: z.enum(['on', 'off']) }),
  z.strictObject({ type: z.literal('flow'), node: name, is: z.enum(['normal', 'muted', 'bypassed']) }),
  /** A wire runs from one node to another, to a port where one is named. */
  z.strictObject({ type: z.literal('wire'), from: name, to: name, port: name.exactOptional() }),
  /** There is one more node of a kind than at first. */
  z.strictObject({ type: z.literal('node'), kind: name }),
  /** So many iterations were painted, from when it was asked. */
  z.strictObject({ type: z.literal('iterations'), optimiser: name, count: z.int().min(1).max(100_000) }),
  /** The total loss fell to this part of what it was when it was asked. */
  z.strictObject({ type: z.literal('loss'), optimiser: name, part: z.number().min(0).max(1) }),
  z.strictObject({ type: z.literal('restarted'), optimiser: name }),
  z.strictObject({ type: z.literal('selected'), node: name }),
  /** Shown by the viewer. */
  z.strictObject({ type: z.literal('viewed'), node: name }),
  /** The viewer compares two pictures. */
  z.strictObject({ type: z.literal('compared') }),
]);

export type Condition = z.infer<typeof conditionSchema>;
