/**
 * What differs between two documents, as far as it changes what is painted: parameters, wires, nodes that
 * came or went or are switched off. One sentence each, for the list of runs: "Style loss, Weight: 10 → 100".
 */
import { type Message, type MessageValue, message } from '../language/message.ts';
import { describeValues } from './describe-values.ts';
import type { Edge, GraphDocument, GraphNode, NodeId } from './document.ts';
import { targetKey, wireKey } from './ends.ts';
import type { Registry } from './kind.ts';
import { own } from './own.ts';

/** In the order of `after`'s nodes, then what is gone, then wires. */
export function describeDifference(
  before: GraphDocument,
  after: GraphDocument,
  registry: Registry,
): readonly Message[] {
  const isSame = (id: NodeId) => own(before.nodes, id)?.kind === own(after.nodes, id)?.kind;
  const named = (document: GraphDocument) => namesIn(document, registry);
  const [nameBefore, nameAfter] = [named(before), named(after)];

  const there = Object.entries(after.nodes).flatMap(([id, node]): readonly Message[] => {
    const earlier = own(before.nodes, id);
    const name = nameAfter(id, node);
    if (!earlier || !isSame(id)) return [message('difference.node-added', { node: name })];
    return [...flowDifference(name, earlier, node), ...parameterDifferences(registry, name, earlier, node)];
  });
  const gone = Object.entries(before.nodes).flatMap(([id, node]) =>
    isSame(id) ? [] : [message('difference.node-removed', { node: nameBefore(id, node) })],
  );
  // Wires of nodes that came or went are said with them.
  const stayed = ({ from, to }: Edge) =>
    [from.node, to.node].every(id => isSame(id) && own(after.nodes, id) !== undefined);
  return [...there, ...gone, ...wireDifferences(wiresOf(before, stayed), wiresOf(after, stayed))];
}

/** A node's title, or its kind's where that says which one is meant, or else its id. */
function namesIn(document: GraphDocument, registry: Registry) {
  const untitled = new Map<string, number>();
  for (const { kind, title } of Object.values(document.nodes)) {
    if (title === undefined) untitled.set(kind, (untitled.get(kind) ?? 0) + 1);
  }
  return (id: NodeId, { kind, title }: GraphNode): MessageValue => {
    if (title !== undefined) return title;
    return (untitled.get(kind) === 1 && registry.get(kind)?.title) || `\`${id}\``;
  };
}

function flowDifference(node: MessageValue, before: GraphNode, after: GraphNode): readonly Message[] {
  if (before.flow === after.flow) return [];
  return [message(`difference.${after.flow ?? 'switched-on'}`, { node })];
}

function parameterDifferences(
  registry: Registry,
  node: MessageValue,
  before: GraphNode,
  after: GraphNode,
): readonly Message[] {
  const known = registry.get(after.kind)?.params ?? {};
  const unknown = [...Object.keys(before.params), ...Object.keys(after.params)];
  const names = new Set([...Object.keys(known), ...unknown]);
  return [...names].flatMap(name => {
    const parameter = own(known, name);
    const value = (of: GraphNode) => own(of.params, name) ?? parameter?.default ?? null;
    const param = parameter?.title ?? name;
    return describeValues(parameter, value(before), value(after)).map(({ entry, before, after }) =>
      entry === undefined
        ? message('difference.parameter', { node, param, before, after })
        : message('difference.entry', { node, param, entry, before, after }),
    );
  });
}

/** By the input that they enter: what feeds it. */
const wiresOf = ({ edges }: GraphDocument, isMeant: (edge: Edge) => boolean): ReadonlyMap<string, string> =>
  new Map(
    Object.values(edges).flatMap(edge => (isMeant(edge) ? [[targetKey(edge.to), wireKey(edge.from)]] : [])),
  );

function wireDifferences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly Message[] {
  const inputs = new Set([...after.keys(), ...before.keys()]);
  return [...inputs].flatMap(to => {
    const [old, now] = [before.get(to), after.get(to)];
    if (old === now) return [];
    if (old === undefined) return [message('difference.wire-added', { from: now ?? '', to })];
    if (now === undefined) return [message('difference.wire-removed', { from: old, to })];
    return [message('difference.wire-changed', { to, before: old, after: now })];
  });
}
