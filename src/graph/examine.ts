/**
 * Everything that can be known of a document before anything runs: what is wrong and how to mend it, and,
 * for the part that is right, the order, the parameters with their defaults, and what each wire carries.
 *
 * A fault is told once, where it is: nodes that only suffer from it further down are silent. Each step is
 * linear in nodes and wires.
 */
import { checkNode } from './check-node.ts';
import { checkWires } from './check-wires.ts';
import type { GraphDocument, NodeId, ParameterValue } from './document.ts';
import { indexOf } from './document-index.ts';
import { wireKey } from './ends.ts';
import { fixBudget } from './fixes.ts';
import { inferNode } from './infer-node.ts';
import type { Facts, Registry } from './kind.ts';
import { topologicalOrder } from './order.ts';
import type { Problem } from './problem.ts';
import type { Wire } from './wire.ts';

export interface Examination {
  readonly problems: readonly Problem[];
  /** The nodes that can be computed, every one after all that feed it. */
  readonly order: readonly NodeId[];
  /** What leaves each output that can be computed, by {@link wireKey}. */
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

  for (const [id, node] of Object.entries(document.nodes)) {
    const checked = checkNode(registry, id, node);
    problems.push(...checked.problems);
    if (checked.params) params[id] = checked.params;
    else faulty.add(id);
  }

  const index = indexOf(document);
  const { order, circles } = topologicalOrder(index);
  const wiring = checkWires(document, registry, circles, fixes);
  problems.push(...wiring.problems);
  for (const id of wiring.faulty) faulty.add(id);

  const computable = order.filter(id => {
    const known = params[id];
    if (faulty.has(id) || !known) return false;
    const inferred = inferNode({ document, registry, facts, id, params: known, wires, fixes });
    problems.push(...inferred.problems);
    if (!inferred.wires) return false;
    for (const [port, wire] of Object.entries(inferred.wires)) wires[wireKey({ node: id, port })] = wire;
    return true;
  });

  return { problems, order: computable, wires, params };
}
