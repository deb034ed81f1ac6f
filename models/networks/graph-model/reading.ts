/** A graph that is being read: the steps so far, and what is known of its nodes. */
import type { HostTensor } from '../../../src/runtime/execute/resources.ts';
import { feature } from './channelwise.ts';
import type { GraphNode } from './graph-def.ts';
import { asChannelwise, channelwise, type Known } from './known.ts';
import type { NetworkInProgress } from './network-in-progress.ts';

export interface Reading {
  readonly network: NetworkInProgress;
  /** By node. */
  readonly known: Map<string, Known>;
  readonly tensors: ReadonlyMap<string, HostTensor>;
}

/** The step of the input at `at`: from here on the input is that step's result and nothing else. */
export function stepAt(
  { inputs: names }: GraphNode,
  at: number,
  { network, known }: Reading,
): string | undefined {
  const name = names[at] ?? '';
  const value = asChannelwise(known.get(name));
  const step = value && network.stepOf({ value, name });
  if (step !== undefined) known.set(name, channelwise(feature(step)));
  return step;
}
