/** Checkpoints that leave the worker, and that come back from wherever a page kept them (rule D5). */
import { z } from 'zod';
import type { NodeId } from '../../graph/document.ts';
import type { HostTensor } from '../execute/resources.ts';
import { elements } from '../ir/value.ts';
import type { Checkpoint } from '../session/checkpoints.ts';
import { givingAway } from './port.ts';
import type { Checkpoints } from './protocol.ts';

/** No picture has more than four extents, and none is larger than what a device could hold; a number has none. */
const shape = z.array(z.int().positive()).max(4);

const tensor = z
  .object({ shape, data: z.instanceof(Float32Array) })
  .refine(({ shape, data }) => elements(shape) === data.length && data.every(Number.isFinite));

const segment = z.object({
  program: z.string(),
  live: z.record(z.string(), z.number()),
  until: z.int().positive(),
  size: z.string().max(40).optional(),
});

const checkpoint = z.object({
  id: z.string(),
  history: z.object({ start: z.string(), segments: z.array(segment) }),
  carried: z.record(z.string(), tensor),
  loss: z.number().optional(),
});

/** The checkpoints among `kept` that can be gone on from, and the optimisers whose cannot. */
export function soundCheckpoints(kept: Readonly<Record<NodeId, unknown>>): {
  readonly sound: Checkpoints;
  readonly damaged: readonly NodeId[];
} {
  const read = Object.entries(kept).map(([node, value]) => ({ node, ...checkpoint.safeParse(value) }));
  return {
    sound: Object.fromEntries(
      read.flatMap(({ node, data }) => (data ? [[node, withoutUndefined(data)]] : [])),
    ),
    damaged: read.flatMap(({ node, success }) => (success ? [] : [node])),
  };
}

const withoutUndefined = ({ loss, history, ...rest }: z.infer<typeof checkpoint>): Checkpoint => ({
  ...rest,
  history: {
    ...history,
    segments: history.segments.map(({ size, ...segment }) => ({
      ...segment,
      ...(size !== undefined && { size }),
    })),
  },
  ...(loss !== undefined && { loss }),
});

/** A copy of numbers that goes to the page; the session keeps its own. */
export function copyOf({ shape, data }: HostTensor): HostTensor {
  const copy = data.slice();
  return givingAway({ shape: [...shape], data: copy }, [copy.buffer]);
}

/** The same of a checkpoint. */
export function copyOfCheckpoint(checkpoint: Checkpoint): Checkpoint {
  const carried = Object.entries(checkpoint.carried).map(([name, tensor]) => [name, copyOf(tensor)] as const);
  return givingAway({ ...checkpoint, carried: Object.fromEntries(carried) }, buffersOf(carried));
}

/** The same of several. */
export function copyOfAll(checkpoints: Checkpoints): Checkpoints {
  const copies = Object.entries(checkpoints).map(([node, kept]) => [node, copyOfCheckpoint(kept)] as const);
  const tensors = copies.flatMap(([, { carried }]) => Object.entries(carried));
  return givingAway(Object.fromEntries(copies), buffersOf(tensors));
}

const buffersOf = (tensors: readonly (readonly [string, HostTensor])[]): ArrayBuffer[] =>
  tensors.map(([, { data }]) => data.buffer as ArrayBuffer);
