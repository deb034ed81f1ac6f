/**
 * Weights with which all pulls are equally hard. A gradient is as long as its weight is large, so the weights follow
 * from one measure; their sum of lengths stays, and with it the length of a step.
 */
import type { GraphDocument, NodeId, ParameterValue } from '../../../graph/document.ts';
import type { Edit } from '../../../graph/edit.ts';
import { own } from '../../../graph/own.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import { type ResolvedParameters, readLive } from '../../../runtime/compile/live.ts';
import type { LiveParameter } from '../../../runtime/compile/lowered.ts';
import type { MeasuredPull } from '../../../runtime/lenses/balance.ts';
import { parameterValue } from '../../controls/set-parameter.ts';

/** Edits that belong to one gesture; none where there is nothing to be made equal. */
export function rebalance(document: GraphDocument, pulls: readonly MeasuredPull[]): readonly Edit[] {
  // What pulls at nothing would need to weigh without end.
  const able = pulls.flatMap(({ weight, length }) => (weight && length > 0 ? [{ weight, length }] : []));
  if (able.length < 2) return [];
  const wanted = able.reduce((sum, { length }) => sum + length, 0) / able.length;
  const values = new Map<string, Edit & { readonly type: 'set-parameter' }>();
  for (const { weight, length } of able) {
    const { node, param, entry } = weight;
    const key = JSON.stringify([node, param]);
    const before = values.get(key)?.value ?? storedValue(document, node, param);
    const now = rounded(readLive(paramsWith(node, param, before), weight) * (wanted / length));
    const value: ParameterValue =
      entry === undefined ? now : { ...(before as Readonly<Record<string, number>>), [entry]: now };
    values.set(key, { type: 'set-parameter', node, param, value });
  }
  return [...values.values()];
}

const paramsWith = (node: NodeId, param: string, value: ParameterValue): ResolvedParameters => ({
  [node]: { [param]: value },
});

function storedValue(document: GraphDocument, node: NodeId, param: LiveParameter['param']): ParameterValue {
  const found = own(document.nodes, node);
  const parameter = found && own(nodeKinds.get(found.kind)?.params ?? {}, param);
  return parameter ? parameterValue(parameter, own(found.params ?? {}, param)) : {};
}

/** Four digits: more than anybody sees, and a number that can be read. */
const rounded = (value: number): number => Number(value.toPrecision(4));

/** How equal the pulls are already: the hardest over the softest of those that pull at all, 1 where all are equal. */
export function unevenness(pulls: readonly MeasuredPull[]): number {
  const lengths = pulls.map(({ length }) => length).filter(length => length > 0);
  return lengths.length < 2 ? 1 : Math.max(...lengths) / Math.min(...lengths);
}
