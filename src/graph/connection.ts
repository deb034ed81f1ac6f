/**
 * May this wire be? The one answer for dragging, dropping, loading and compiling (rule D3): yes, perhaps
 * in place of another wire, or no, with a sentence that teaches and, where there is one, the edit that
 * makes it right.
 */
import { type Message, message } from '../language/message.ts';
import { conversion } from './conversion.ts';
import type { EdgeId, GraphDocument, NodeId, Source, Target } from './document.ts';
import { indexOf } from './document-index.ts';
import { edgeIdFor, targetKey, wireKey } from './ends.ts';
import { freeSlot } from './insertion.ts';
import type { NodeKind, Registry } from './kind.ts';
import { pathBetween } from './order.ts';
import { own } from './own.ts';
import type { Port } from './port.ts';
import { accepts, type PortType } from './port-type.ts';
import { portTypeMeaning, portTypeName } from './port-type-text.ts';
import type { Fix } from './problem.ts';
import { circleRefusal, unknownKind, unknownNode, unknownPort } from './refusals.ts';

export type Connection =
  | { readonly allowed: true; readonly replaces?: EdgeId }
  | { readonly allowed: false; readonly reason: Message; readonly fix?: Fix };

/**
 * Whether a wire may run from `from` to `to` in `document`. An input that is wired already gives up its
 * wire: `replaces` says which.
 *
 * @example
 * checkConnection(document, registry, { node: 'content', port: 'image' }, { node: 'gram', port: 'features' })
 * // → { allowed: false, reason: "`gram.features` takes features …", fix: { label: "Insert Layer taps", … } }
 */
export function checkConnection(
  document: GraphDocument,
  registry: Registry,
  from: Source,
  to: Target,
): Connection {
  const ends = checkEnds(document, registry, from, to);
  if (!ends.fit) {
    const fix = ends.fix?.();
    return { allowed: false, reason: ends.reason, ...(fix && { fix }) };
  }
  const index = indexOf(document);
  const wayBack = pathBetween(index, to.node, from.node);
  if (wayBack) return { allowed: false, reason: circleRefusal(wayBack) };
  const replaces = index.byTarget.get(targetKey(to));
  return { allowed: true, ...(replaces !== undefined && { replaces }) };
}

export type Ends =
  | { readonly fit: true; readonly output: Port; readonly input: NodeKind['inputs'][string] }
  /** The fix is worked out only when it is asked for: it looks at the whole document. */
  | { readonly fit: false; readonly reason: Message; readonly fix?: () => Fix | undefined };

/**
 * Whether both ends exist and fit each other: all of {@link checkConnection} but the search for a circle,
 * which the validator does once for all wires.
 */
export function checkEnds(document: GraphDocument, registry: Registry, from: Source, to: Target): Ends {
  const giving = kindOf(document, registry, from.node);
  if (!giving.found) return { fit: false, reason: giving.reason };
  const taking = kindOf(document, registry, to.node);
  if (!taking.found) return { fit: false, reason: taking.reason };

  const output = own(giving.kind.outputs, from.port);
  if (!output) return { fit: false, reason: unknownPort('output', from.node, giving.kind, from.port) };
  const input = own(taking.kind.inputs, to.port);
  if (!input) return { fit: false, reason: unknownPort('input', to.node, taking.kind, to.port) };

  if (!accepts(input.type, output.type)) {
    return {
      fit: false,
      reason: typeMismatch(from, output.type, to, input.type),
      fix: () => conversion(document, registry, { ...from, type: output.type }, { ...to, input }),
    };
  }
  if (input.arity === 'many' && to.slot === undefined) return slotMissing(document, from, to);
  if (input.arity !== 'many' && to.slot !== undefined) {
    return {
      fit: false,
      reason: message('slot-unwanted', { to: wireKey(to), slot: to.slot }),
      fix: () => connectAs(document, from, { node: to.node, port: to.port }),
    };
  }
  return { fit: true, output, input };
}

type FoundKind =
  | { readonly found: true; readonly kind: NodeKind }
  | { readonly found: false; readonly reason: Message };

function kindOf(document: GraphDocument, registry: Registry, id: NodeId): FoundKind {
  const node = own(document.nodes, id);
  if (!node) return { found: false, reason: unknownNode(document, id) };
  const kind = registry.get(node.kind);
  return kind ? { found: true, kind } : { found: false, reason: unknownKind(registry, id, node.kind) };
}

const typeMismatch = (from: Source, given: PortType, to: Target, wanted: PortType): Message =>
  message('type-mismatch', {
    from: wireKey(from),
    given: portTypeName[given],
    to: targetKey(to),
    wanted: portTypeName[wanted],
    meaning: portTypeMeaning[wanted],
  });

function slotMissing(document: GraphDocument, from: Source, to: Target): Ends {
  const slot = freeSlot(document, to, from.node);
  return {
    fit: false,
    reason: message('slot-missing', { to: wireKey(to), example: slot }),
    fix: () => connectAs(document, from, { ...to, slot }),
  };
}

const connectAs = (document: GraphDocument, from: Source, to: Target): Fix => ({
  label: message('fix-name-slot', { to: targetKey(to) }),
  edits: [{ type: 'add-edge', id: edgeIdFor(document, to), edge: { from, to } }],
});
