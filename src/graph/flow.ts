/**
 * What flows in a document of which some nodes are switched off. A bypassed node gives what it takes, a muted
 * one gives nothing. Where something fails to come, an optional input or one wire of many counts as unwired;
 * an input that must be fed makes its node wait, and a node that waits gives nothing either.
 *
 * Nobody downstream has to know: the validator examines, and the compiler lowers, the document that is left.
 */
import { type Message, message } from '../language/message.ts';
import { mayBypass } from './bypass.ts';
import type { Edge, EdgeId, GraphDocument, NodeId, Source } from './document.ts';
import { indexOf } from './document-index.ts';
import { wireKey } from './ends.ts';
import type { Registry } from './kind.ts';
import { own } from './own.ts';

export interface Flowing {
  /** The nodes that take part, and their wires past those that are bypassed. */
  readonly document: GraphDocument;
  /** The nodes that take no part, each with the reason; none of it is an error. */
  readonly idle: ReadonlyMap<NodeId, Message>;
  /** Where what leaves an output comes from: itself, or what a bypassed node passes on; nothing if it is idle. */
  origin(from: Source): Source | undefined;
}

/** The very same document where no node is switched off. Linear in nodes and wires. */
export function flowing(document: GraphDocument, registry: Registry): Flowing {
  const switchedOff = Object.entries(document.nodes).filter(([, { flow }]) => flow !== undefined);
  if (switchedOff.length === 0) return { document, idle: new Map(), origin: from => from };

  const idle = new Map<NodeId, Message>();
  const passing = new Map<NodeId, Readonly<Record<string, string>>>();
  for (const [id, { kind: name, flow }] of switchedOff) {
    const kind = registry.get(name);
    const bypass = kind && mayBypass(kind);
    if (flow === 'muted') idle.set(id, message('flow.muted'));
    // One that cannot be bypassed takes part, and the validator says what is wrong with it.
    else if (bypass?.allowed) {
      idle.set(id, message('flow.bypassed'));
      passing.set(id, bypass.through);
    }
  }

  const index = indexOf(document);
  const origins = new Map<string, Origin>();
  /** Every bypassed node on the way learns the answer, so that a long row of them is walked once. */
  const trace = (from: Source): Origin => {
    const way: string[] = [];
    let found: Origin | undefined;
    for (let at = from; !found; ) {
      const key = wireKey(at);
      const known = origins.get(key);
      const through = passing.get(at.node);
      if (known) found = known;
      else if (!through) found = idle.has(at.node) ? { lost: at.node } : { source: at };
      else {
        // A row of bypassed nodes that bites its own tail passes nothing on.
        origins.set(key, { lost: at.node });
        way.push(key);
        const input = own(through, at.port);
        const wire = index.byTarget.get(wireKey({ node: at.node, port: input ?? '' }));
        const feeding = wire === undefined ? undefined : own(document.edges, wire);
        if (feeding) at = feeding.from;
        else found = { lost: at.node };
      }
    }
    for (const key of way) origins.set(key, found);
    return found;
  };

  const edges: Record<EdgeId, Edge> = {};
  const lost: (readonly [Edge, NodeId])[] = [];
  for (const [id, edge] of Object.entries(document.edges)) {
    if (idle.has(edge.to.node)) continue;
    const origin = trace(edge.from);
    if ('lost' in origin) lost.push([edge, origin.lost]);
    else edges[id] = origin.source === edge.from ? edge : { ...edge, from: origin.source };
  }
  const left = { ...document, edges };
  wait(left, registry, lost, idle);

  const takesPart = (id: NodeId) => !idle.has(id);
  const nodes = Object.fromEntries(Object.entries(document.nodes).filter(([id]) => takesPart(id)));
  const kept = Object.entries(edges).filter(([, { from, to }]) => takesPart(from.node) && takesPart(to.node));
  return {
    document: { ...document, nodes, edges: Object.fromEntries(kept) },
    idle,
    origin: from => {
      const origin = trace(from);
      return 'source' in origin && takesPart(origin.source.node) ? origin.source : undefined;
    },
  };
}

type Origin = { readonly source: Source } | { readonly lost: NodeId };

/** Makes idle whoever needs one of the wires that are `lost`, and whoever needs what they gave. */
function wait(
  { nodes, edges }: GraphDocument,
  registry: Registry,
  lost: (readonly [Edge, NodeId])[],
  idle: Map<NodeId, Message>,
): void {
  const outgoing = new Map<NodeId, Edge[]>();
  const wiresLeft = new Map<string, number>();
  for (const edge of Object.values(edges)) {
    const leaving = outgoing.get(edge.from.node);
    if (leaving) leaving.push(edge);
    else outgoing.set(edge.from.node, [edge]);
    const port = wireKey(edge.to);
    wiresLeft.set(port, (wiresLeft.get(port) ?? 0) + 1);
  }
  const counted = new Set(lost.map(([edge]) => edge));
  // The list grows while it is walked: whoever waits loses the wires of others.
  for (const [edge, cause] of lost) {
    const { node, port } = edge.to;
    const key = wireKey(edge.to);
    const rest = (wiresLeft.get(key) ?? 0) - (counted.has(edge) ? 0 : 1);
    wiresLeft.set(key, rest);
    const arity = own(registry.get(own(nodes, node)?.kind ?? '')?.inputs ?? {}, port)?.arity;
    const mustWait = arity === 'one' || (arity === 'many' && rest === 0);
    if (!mustWait || idle.has(node)) continue;
    const isMuted = own(nodes, cause)?.flow === 'muted';
    idle.set(node, message(isMuted ? 'flow.waits-for-muted' : 'flow.waits-for-bypassed', { node: cause }));
    for (const next of outgoing.get(node) ?? []) lost.push([next, cause]);
  }
}
