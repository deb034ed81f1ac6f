/**
 * A TensorFlow graph model (one picture in, one picture out) as steps: its nodes are read in their order, and each
 * result is known as a picture, a number for each channel, or a size. A node that is not known here is refused by its
 * name and op: nothing is guessed and nothing is run.
 */
import { type NetworkStep, networkInput } from '../../../src/graph/network.ts';
import { message } from '../../../src/language/message.ts';
import { failure, type Result, success } from '../../../src/language/result.ts';
import type { HostTensor } from '../../../src/runtime/execute/resources.ts';
import { feature } from './channelwise.ts';
import { type GraphNode, graphSchema, nodesInOrder } from './graph-def.ts';
import { channelwise, type Known } from './known.ts';
import { NetworkInProgress } from './network-in-progress.ts';
import { resultOf } from './operations.ts';

export interface StepsOfGraph {
  readonly steps: readonly NetworkStep[];
  /** Those of the file, and those that were computed of them. */
  readonly tensors: ReadonlyMap<string, HostTensor>;
}

/** @param output the node whose result is the picture, where the file says so. */
export function stepsOfGraph(
  topology: unknown,
  tensors: ReadonlyMap<string, HostTensor>,
  output: string | undefined,
  file: string,
): Result<StepsOfGraph> {
  const graph = graphSchema.safeParse(topology);
  if (!graph.success) return failure(message('network.no-topology', { file }));
  const nodes = nodesInOrder(graph.data);
  if (!nodes) return failure(message('network.no-topology', { file }));
  const inputs = nodes.filter(({ op }) => op === 'Placeholder');
  const [input] = inputs;
  if (!input || inputs.length > 1)
    return failure(message('network.graph-inputs', { file, count: inputs.length }));
  const network = new NetworkInProgress(sidesOf(input));
  const known = new Map<string, Known>([[input.name, channelwise(feature(networkInput))]]);
  for (const node of needed(nodes, output)) {
    if (known.has(node.name) || node.op === 'NoOp') continue;
    const stored = tensors.get(node.name);
    const result =
      node.op === 'Const'
        ? stored && ({ type: 'tensor', tensor: stored } as const)
        : resultOf(node, { network, known, tensors });
    if (!result) {
      const { name: layer, op: kind } = node;
      return failure(message('network.unknown-layer', { file, layer, kind }));
    }
    known.set(node.name, result);
  }
  const last = output ?? nodes.at(-1)?.name ?? '';
  const picture = known.get(last);
  const step =
    picture?.type === 'channelwise' ? network.stepOf({ value: picture.value, name: last }) : undefined;
  if (step === undefined) return failure(message('network.no-steps', { file }));
  const steps = network.foldedUpTo(step);
  return success({ steps, tensors: new Map([...tensors, ...network.tensors]) });
}

/** The nodes that the output hangs on; all of them where none is named. */
function needed(nodes: readonly GraphNode[], output: string | undefined): readonly GraphNode[] {
  if (output === undefined) return nodes;
  const wanted = new Set([output]);
  for (const { name, inputs } of [...nodes].reverse()) {
    if (wanted.has(name)) for (const input of inputs) wanted.add(input);
  }
  return nodes.filter(({ name }) => wanted.has(name));
}

/** Of the picture that goes in, where the graph was exported for one size. */
function sidesOf({ attributes }: GraphNode): readonly [number, number] | undefined {
  const [, height = -1, width = -1] = attributes.shape('shape') ?? [];
  return height > 0 && width > 0 ? [height, width] : undefined;
}
