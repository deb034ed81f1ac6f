/** A node among what arrives: are its inputs wired, and what leaves it? */
import { message } from '../language/message.ts';
import type { Edge, GraphDocument, NodeId, ParameterValue } from './document.ts';
import { indexOf } from './document-index.ts';
import { wireKey } from './ends.ts';
import { type FixBudget, feedingFix, setParameterFix } from './fixes.ts';
import type { Arriving, Facts, Registry, ShapeRefusal } from './kind.ts';
import { own } from './own.ts';
import { portTypeMeaning, portTypeName } from './port-type-text.ts';
import type { Fix, Problem } from './problem.ts';
import type { Wire } from './wire.ts';

interface Given {
  /** As a person sees it: fixes are edits of this one. */
  readonly document: GraphDocument;
  /** The part that is not switched off. */
  readonly part: GraphDocument;
  readonly registry: Registry;
  readonly facts: Facts;
  readonly id: NodeId;
  readonly params: Readonly<Record<string, ParameterValue>>;
  /** Of everything further up. */
  readonly wires: Readonly<Record<string, Wire>>;
  readonly fixes: FixBudget;
}

export interface InferredNode {
  readonly problems: readonly Problem[];
  /** By output port; absent if nothing can be said, be it for a fault of this node or of one further up. */
  readonly wires?: Readonly<Record<string, Wire>>;
}

/** Called for nodes whose parameters and wires are valid by themselves. */
export function inferNode(given: Given): InferredNode {
  const { part, registry, facts, id, params, wires } = given;
  const kind = registry.get(own(part.nodes, id)?.kind ?? '');
  if (!kind) return { problems: [] };

  const problems: Problem[] = [];
  const arriving: Record<string, Arriving[string]> = {};
  let isFed = true;
  const entering = wiresByPort(part, id);
  for (const [port, { type, arity }] of Object.entries(kind.inputs)) {
    const edges = entering.get(port) ?? [];
    if (edges.length === 0 && arity === 'one') problems.push(inputMissing(given, port, type));
    const arrived = edges.map(edge => [edge.to.slot ?? '', wires[wireKey(edge.from)]] as const);
    const present = arrived.flatMap(([slot, wire]) => (wire ? [[slot, wire] as const] : []));
    if (present.length < arrived.length) isFed = false;
    arriving[port] = arity === 'many' ? Object.fromEntries(present.sort(bySlot)) : present[0]?.[1];
  }
  if (problems.length > 0 || !isFed) return { problems };

  const inferred = kind.infer(arriving, params, facts);
  if (inferred.ok) return { problems, wires: inferred.value };
  return { problems: [shapeRefused(given, inferred.reason)] };
}

/** Terms are added up in this order, and the order of a floating-point sum shows in its last digits (rule R9). */
const bySlot = ([a]: readonly [string, Wire], [b]: readonly [string, Wire]): number => (a < b ? -1 : 1);

function wiresByPort(part: GraphDocument, id: NodeId): ReadonlyMap<string, readonly Edge[]> {
  const byPort = new Map<string, Edge[]>();
  for (const { edge } of indexOf(part).incoming.get(id) ?? []) {
    const edges = byPort.get(edge.to.port);
    if (edges) edges.push(edge);
    else byPort.set(edge.to.port, [edge]);
  }
  return byPort;
}

function inputMissing({ document, registry, id, fixes }: Given, port: string, type: Wire['type']): Problem {
  const to = { node: id, port };
  const fix = fixes.look(() => feedingFix(document, registry, to, type));
  return {
    severity: 'error',
    node: id,
    port,
    reason: message('input-missing', {
      to: wireKey(to),
      wanted: portTypeName[type],
      meaning: portTypeMeaning[type],
    }),
    ...(fix && { fix }),
  };
}

function shapeRefused(given: Given, { reason, port, param, fix: wish }: ShapeRefusal): Problem {
  const fix = wish && given.fixes.look(() => wishedFix(given, wish));
  return {
    severity: 'error',
    node: given.id,
    reason,
    ...(port !== undefined && { port }),
    ...(param !== undefined && { param }),
    ...(fix && { fix }),
  };
}

/**
 * Where a port is named, the parameter is that of a node further up. The kind that refuses does not know
 * which: between a style loss and the taps that choose its layers stands a Gram matrix. It is the nearest
 * node up the wire that has such a parameter.
 */
function wishedFix(
  { document, registry, id }: Given,
  { label, port, param, value }: NonNullable<ShapeRefusal['fix']>,
): Fix | undefined {
  if (port === undefined) return { label, edits: setParameterFix(id, param, value).edits };
  const { incoming } = indexOf(document);
  const entering = (incoming.get(id) ?? []).filter(({ edge }) => edge.to.port === port);
  const seen = new Set(entering.map(({ edge }) => edge.from.node));
  for (const node of seen) {
    const kind = registry.get(own(document.nodes, node)?.kind ?? '');
    const parameter = kind && own(kind.params, param);
    if (parameter?.schema.safeParse(value).success) {
      return { label, edits: setParameterFix(node, param, value).edits };
    }
    for (const { edge } of incoming.get(node) ?? []) seen.add(edge.from.node);
  }
  return undefined;
}
