/**
 * Where a wire that is being dragged may end. Asked once, when the drag begins, and answered for the whole
 * document in one pass, so that every port knows at once whether it stays lit; it is the answer that
 * `checkConnection` would give for each of them (rule D3).
 */
import type { GraphDocument, NodeId } from './document.ts';
import { indexOf } from './document-index.ts';
import { wireKey } from './ends.ts';
import type { NodeKind, Registry } from './kind.ts';
import { downstreamOf, upstreamOf } from './order.ts';
import { own } from './own.ts';
import { accepts, type PortType } from './port-type.ts';

/** The end that is fixed while the other is dragged. */
export type WireEnd =
  | { readonly side: 'output'; readonly node: NodeId; readonly port: string }
  | { readonly side: 'input'; readonly node: NodeId; readonly port: string; readonly slot?: string };

/** What an end gives or takes, wherever it is. */
export interface LooseEnd {
  readonly side: WireEnd['side'];
  readonly type: PortType;
}

/** The end with its type, or nothing where the document has no such port. */
export function looseEndAt(document: GraphDocument, registry: Registry, end: WireEnd): LooseEnd | undefined {
  const kind = registry.get(own(document.nodes, end.node)?.kind ?? '');
  const port = kind && own(end.side === 'output' ? kind.outputs : kind.inputs, end.port);
  return port && { side: end.side, type: port.type };
}

/**
 * The ports at which a wire that is fixed at `end` may end, by `wireKey`: inputs for a wire from an output,
 * outputs for a wire from an input. A port that takes many wires is one port, whatever slots it has.
 *
 * @example
 * connectable(document, registry, { side: 'output', node: 'content', port: 'image' })
 * // → Set { 'taps.image', 'picture.start', 'output.image' }
 */
export function connectable(document: GraphDocument, registry: Registry, end: WireEnd): ReadonlySet<string> {
  const loose = looseEndAt(document, registry, end);
  if (!loose) return new Set();
  const index = indexOf(document);
  // What is computed from the taking node cannot feed it; that is all there is to circles.
  const inCircle = end.side === 'output' ? upstreamOf(index, end.node) : downstreamOf(index, end.node);
  const ends = new Set<string>();
  for (const [node, { kind: name }] of Object.entries(document.nodes)) {
    const kind = inCircle.has(node) ? undefined : registry.get(name);
    if (kind) for (const port of fittingPorts(kind, loose)) ends.add(wireKey({ node, port }));
  }
  return ends;
}

export interface FittingKind {
  readonly kind: NodeKind;
  /** The port that the wire would enter or leave: the one that is meant most likely. */
  readonly port: string;
}

/** The kinds of which a new node could be at the other end of the wire, in the registry's order. */
export const kindsThatFit = (registry: Registry, end: LooseEnd): readonly FittingKind[] =>
  registry.kinds.flatMap(kind => {
    const port = fittingPort(kind, end);
    return port === undefined ? [] : [{ kind, port }];
  });

/** The port of `kind` for the other end of the wire: of its very type before others, needed before optional. */
export function fittingPort(kind: NodeKind, end: LooseEnd): string | undefined {
  const ports: NodeKind['inputs'] = end.side === 'output' ? kind.inputs : kind.outputs;
  const remoteness = (name: string): number => {
    const port = own(ports, name);
    return (port?.type === end.type ? 0 : 2) + (port?.arity === 'optional' ? 1 : 0);
  };
  const [best] = fittingPorts(kind, end).toSorted((a, b) => remoteness(a) - remoteness(b));
  return best;
}

function fittingPorts(kind: NodeKind, { side, type }: LooseEnd): readonly string[] {
  const ports: NodeKind['inputs'] = side === 'output' ? kind.inputs : kind.outputs;
  return Object.entries(ports).flatMap(([name, port]) => {
    const fits = side === 'output' ? accepts(port.type, type) : accepts(type, port.type);
    return fits ? [name] : [];
  });
}
