/**
 * Everything that can be known of a document before anything runs: what is wrong and how to mend it, and,
 * for the part that is right, the order, the parameters with their defaults, and what each wire carries.
 *
 * A fault is told once, where it is: nodes that only suffer from it further down are silent, and so are
 * those that are switched off. Each step is linear in nodes and wires.
 */
import type { Message } from '../language/message.ts';
import { mayBypass } from './bypass.ts';
import { checkNode } from './check-node.ts';
import { checkWires } from './check-wires.ts';
import type { GraphDocument, NodeId, ParameterValue } from './document.ts';
import { indexOf } from './document-index.ts';
import { wireKey } from './ends.ts';
import { fixBudget, setFlowFix } from './fixes.ts';
import { flowing } from './flow.ts';
import { inferNode } from './infer-node.ts';
import type { Facts, Registry } from './kind.ts';
import { topologicalOrder } from './order.ts';
import { own } from './own.ts';
import type { Problem } from './problem.ts';
import type { Wire } from './wire.ts';

export interface Examination {
  readonly problems: readonly Problem[];
  /** The part that is not switched off, wired past what is bypassed. */
  readonly document: GraphDocument;
  /** Why a node is not examined: it is muted, bypassed, or waits for one that is. */
  readonly idle: ReadonlyMap<NodeId, Message>;
  /** The nodes that can be computed, every one after all that feed it. */
  readonly order: readonly NodeId[];
  /** What leaves each output that can be computed, or passes through a bypassed node, by {@link wireKey}. */
  readonly wires: Readonly<Record<string, Wire>>;
  /** Of every node whose parameters are valid: all parameters that its kind has. */
  readonly params: Readonly<Record<NodeId, Readonly<Record<string, ParameterValue>>>>;
}

/**
 * Examines the whole of `document`, whatever its state: an editor shows shapes on the wires of the part
 * that is right while another part is still being built. See {@link validate} for all or nothing.
 */
export function examine(document: GraphDocument, registry: Registry, facts: Facts): Examination {
  const problems: Problem[] = [];
  const faulty = new Set<NodeId>();
  const params: Record<NodeId, Readonly<Record<string, ParameterValue>>> = {};
  const wires: Record<string, Wire> = {};
  const fixes = fixBudget();

  const { document: part, idle, origin } = flowing(document, registry);

  for (const [id, node] of Object.entries(document.nodes)) {
    const checked = checkNode(registry, id, node);
    if (!idle.has(id)) problems.push(...checked.problems);
    if (checked.params) params[id] = checked.params;
    else faulty.add(id);
  }

  for (const [id, { kind: name, flow }] of Object.entries(part.nodes)) {
    const kind = flow === 'bypassed' ? registry.get(name) : undefined;
    const bypass = kind && mayBypass(kind);
    if (!bypass || bypass.allowed) continue;
    problems.push({ severity: 'error', node: id, reason: bypass.reason, fix: setFlowFix(id, 'normal') });
    faulty.add(id);
  }

  const { order, circles } = topologicalOrder(indexOf(part));
  const wiring = checkWires({ document, part, registry, circles, fixes });
  problems.push(...wiring.problems);
  for (const id of wiring.faulty) faulty.add(id);

  const computable = order.filter(id => {
    const known = params[id];
    if (faulty.has(id) || !known) return false;
    const inferred = inferNode({ document, part, registry, facts, id, params: known, wires, fixes });
    problems.push(...inferred.problems);
    if (!inferred.wires) return false;
    for (const [port, wire] of Object.entries(inferred.wires)) wires[wireKey({ node: id, port })] = wire;
    return true;
  });

  for (const id of idle.keys()) {
    for (const port of Object.keys(registry.get(own(document.nodes, id)?.kind ?? '')?.outputs ?? {})) {
      const source = origin({ node: id, port });
      const wire = source && own(wires, wireKey(source));
      if (wire) wires[wireKey({ node: id, port })] = wire;
    }
  }
  return { problems, document: part, idle, order: computable, wires, params };
}
