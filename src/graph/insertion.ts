/**
 * A new node put into a document: with a free id, and with every further input wired for which the
 * document has just one thing to offer, so that a fix leaves as little as possible to be done by hand.
 */
import { mostPointsOnWire } from './annotations.ts';
import type { GraphDocument, GraphNode, NodeId, Position, Source, Target } from './document.ts';
import { indexOf } from './document-index.ts';
import type { Edit } from './edit.ts';
import { edgeIdFor, targetKey, wireKey } from './ends.ts';
import type { NodeKind, Registry } from './kind.ts';
import { freeName } from './name.ts';
import { downstreamOf } from './order.ts';
import { own } from './own.ts';
import { accepts, type PortType } from './port-type.ts';

/** A node of `kind` with every parameter at its default. */
export const newNode = (kind: NodeKind, position: Position): GraphNode => ({
  kind: kind.kind,
  version: kind.version,
  params: {},
  position,
});

/** An id for a new node of `kind`: `gram-matrix`, or `gram-matrix-2` where that is taken. */
export const freeNodeId = (document: GraphDocument, kind: string): NodeId =>
  freeName(kind, name => Object.hasOwn(document.nodes, name));

/** A slot for a wire into `to`, named after the node that it comes from. */
export const freeSlot = (document: GraphDocument, { node, port }: Target, wish: string): string =>
  freeName(wish, slot => indexOf(document).byTarget.has(targetKey({ node, port, slot })));

/** `to` as its port wants it: with a slot if it takes many wires, without if it takes one. */
export function withSlot(document: GraphDocument, to: Target, arity: string, wish: string): Target {
  if (arity !== 'many') return { node: to.node, port: to.port };
  return to.slot === undefined ? { ...to, slot: freeSlot(document, to, wish) } : to;
}

/**
 * The outputs in `document` that may feed a port of `type`, leaving out the nodes in `except`; no more than
 * two, since all that is ever asked is whether there is just one.
 */
export function outputsFor(
  document: GraphDocument,
  registry: Registry,
  type: PortType,
  except: ReadonlySet<NodeId>,
): readonly Source[] {
  const found: Source[] = [];
  for (const node of Object.keys(document.nodes)) {
    const outputs = registry.get(own(document.nodes, node)?.kind ?? '')?.outputs;
    for (const port in outputs) {
      const output = own(outputs, port);
      if (!output || !accepts(type, output.type) || except.has(node)) continue;
      found.push({ node, port });
      if (found.length === 2) return found;
    }
  }
  return found;
}

export interface Insertion {
  readonly kind: NodeKind;
  /** What is to enter the new node, by port. */
  readonly feeds?: Readonly<Record<string, Source>>;
  /** The output of the new node that is to enter `to`. */
  readonly output: string;
  readonly to: Target;
  readonly position: Position;
}

/** The edits that put a node before `to`. */
export function insertion(
  document: GraphDocument,
  registry: Registry,
  { kind, feeds = {}, output, to, position }: Insertion,
): readonly Edit[] {
  const id = freeNodeId(document, kind.kind);
  const below = downstreamOf(indexOf(document), to.node);
  return [
    { type: 'add-node', id, node: newNode(kind, position) },
    ...feedingWires(document, registry, id, kind, feeds, below),
    addWire(document, { node: id, port: output }, to),
  ];
}

/**
 * The wires into a new node: those of `feeds`, by port, and one for each further input that needs it and has
 * only one to choose from, leaving out what comes from the nodes in `except`. Nothing enters by two ports: a loss
 * whose picture is its own target would be nothing.
 */
export function feedingWires(
  document: GraphDocument,
  registry: Registry,
  id: NodeId,
  kind: NodeKind,
  feeds: Readonly<Record<string, Source>>,
  except: ReadonlySet<NodeId> = new Set(),
): readonly Edit[] {
  const entering = new Set(Object.values(feeds).map(wireKey));
  const onlyOffer = (type: PortType): Source | undefined => {
    const [only, ...others] = outputsFor(document, registry, type, except);
    if (!only || others.length > 0 || entering.has(wireKey(only))) return undefined;
    entering.add(wireKey(only));
    return only;
  };
  return Object.entries(kind.inputs).flatMap(([port, { type, arity }]): Edit[] => {
    const from = own(feeds, port) ?? (arity === 'one' ? onlyOffer(type) : undefined);
    return from ? [addWire(document, from, withSlot(document, { node: id, port }, arity, from.node))] : [];
  });
}

/** A wire into `to`, in the place of one that is there; `via` are the points that it is led through. */
export const addWire = (
  document: GraphDocument,
  from: Source,
  to: Target,
  via: readonly Position[] = [],
): Edit => ({
  type: 'add-edge',
  id: edgeIdFor(document, to),
  edge: { from, to, ...(via.length > 0 && { via: via.slice(0, mostPointsOnWire) }) },
});
