/** A wire from an output to an input, or one end of a wire put elsewhere. */
import type { Message } from '../../language/message.ts';
import { message } from '../../language/message.ts';
import { applyEdits } from '../apply.ts';
import { checkConnection } from '../connection.ts';
import type { Edge, EdgeId, GraphDocument, Source, Target } from '../document.ts';
import type { Edit } from '../edit.ts';
import { edgeIdFor, targetKey, wireKey } from '../ends.ts';
import { freeSlot } from '../insertion.ts';
import type { Registry } from '../kind.ts';
import { own } from '../own.ts';
import type { Fix } from '../problem.ts';

export type Wired =
  | { readonly allowed: true; readonly edits: readonly Edit[]; readonly replaces?: EdgeId }
  | { readonly allowed: false; readonly reason: Message; readonly fix?: Fix };

/** A new wire. Where the input takes many and no slot is named, it gets a free one, named after its source. */
export function connect(document: GraphDocument, registry: Registry, from: Source, to: Target): Wired {
  return wire(document, registry, { from, to: slotted(document, registry, to, from.node) });
}

/** Puts one end of a wire elsewhere. In a port of many wires it keeps its slot, and so its weight. */
export function reconnect(
  document: GraphDocument,
  registry: Registry,
  id: EdgeId,
  end: { readonly from: Source } | { readonly to: Target },
): Wired {
  const edge = own(document.edges, id);
  const without = applyEdits(document, [{ type: 'remove-edge', id }]);
  if (!edge || !without.ok) return { allowed: false, reason: message('unknown-edge', { edge: id }) };
  const from = 'from' in end ? end.from : edge.from;
  let { to } = edge;
  if ('to' in end && (end.to.slot !== undefined || wireKey(end.to) !== wireKey(edge.to))) {
    to = slotted(without.value, registry, end.to, edge.to.slot ?? from.node);
  }
  if (wireKey(from) === wireKey(edge.from) && targetKey(to) === targetKey(edge.to)) {
    return { allowed: true, edits: [] };
  }
  const wired = wire(without.value, registry, { ...edge, from, to });
  if (!wired.allowed) return wired;
  return { ...wired, edits: [{ type: 'remove-edge', id }, ...wired.edits] };
}

function wire(document: GraphDocument, registry: Registry, edge: Edge): Wired {
  const connection = checkConnection(document, registry, edge.from, edge.to);
  if (!connection.allowed) return connection;
  return { ...connection, edits: [{ type: 'add-edge', id: edgeIdFor(document, edge.to), edge }] };
}

function slotted(document: GraphDocument, registry: Registry, to: Target, wish: string): Target {
  const kind = registry.get(own(document.nodes, to.node)?.kind ?? '');
  const takesMany = kind && own(kind.inputs, to.port)?.arity === 'many';
  return takesMany && to.slot === undefined ? { ...to, slot: freeSlot(document, to, wish) } : to;
}
