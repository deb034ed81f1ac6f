/** Every wire of a document against the rules that a new wire is held to (rule D3). */
import { message } from '../language/message.ts';
import { checkEnds } from './connection.ts';
import type { Edge, EdgeId, GraphDocument, NodeId } from './document.ts';
import { indexOf, type Wiring } from './document-index.ts';
import { targetKey, wireKey } from './ends.ts';
import { type FixBudget, removeEdgeFix } from './fixes.ts';
import type { Registry } from './kind.ts';
import { own } from './own.ts';
import type { Fix, Problem } from './problem.ts';
import { circleRefusal } from './refusals.ts';

export interface CheckedWires {
  readonly problems: readonly Problem[];
  /** The nodes that a wrong wire enters. */
  readonly faulty: ReadonlySet<NodeId>;
}

interface Given {
  /** As a person sees it: fixes are edits of this one. */
  readonly document: GraphDocument;
  /** The part whose wires are checked. */
  readonly part: GraphDocument;
  readonly registry: Registry;
  readonly circles: readonly (readonly NodeId[])[];
  readonly fixes: FixBudget;
}

export function checkWires({ document, part, registry, circles, fixes }: Given): CheckedWires {
  const problems: Problem[] = [];
  const faulty = new Set<NodeId>();
  const refuse = (id: EdgeId, edge: Edge, reason: Problem['reason'], fix: Fix) => {
    const { from, to } = edge;
    const there = [to, from].find(end => Object.hasOwn(document.nodes, end.node));
    const where = there && { node: there.node, port: there.port };
    problems.push({ severity: 'error', edge: id, ...where, reason, fix });
    faulty.add(to.node);
  };
  const { byTarget, incoming } = indexOf(part);

  for (const [id, edge] of Object.entries(part.edges)) {
    // An end of an unknown kind has been reported with its node, and its ports are anyone's guess.
    if (isMystery(document, registry, edge)) continue;
    const ends = checkEnds(document, registry, edge.from, edge.to);
    if (!ends.fit) {
      const mended = ends.fix && fixes.look(ends.fix);
      const removal = removeEdgeFix(id, edge);
      const fix = mended ? { ...mended, edits: [...removal.edits, ...mended.edits] } : removal;
      refuse(id, edge, ends.reason, fix);
      continue;
    }
    const first = byTarget.get(targetKey(edge.to));
    if (first !== undefined && first !== id) {
      refuse(id, edge, inputTaken(own(part.edges, first) ?? edge, edge), removeEdgeFix(id, edge));
    }
  }

  for (const circle of circles) {
    const closing = closingWire(circle, incoming);
    if (closing) {
      refuse(closing.id, closing.edge, circleRefusal(circle), removeEdgeFix(closing.id, closing.edge));
    }
  }
  return { problems, faulty };
}

const isMystery = (document: GraphDocument, registry: Registry, { from, to }: Edge): boolean =>
  [from, to].some(end => {
    const node = own(document.nodes, end.node);
    return node !== undefined && registry.get(node.kind) === undefined;
  });

const inputTaken = (first: Edge, second: Edge) =>
  message('input-taken', {
    to: targetKey(second.to),
    first: wireKey(first.from),
    second: wireKey(second.from),
  });

/** The wire from the circle's last node to its first. */
function closingWire(
  circle: readonly NodeId[],
  incoming: ReadonlyMap<NodeId, readonly Wiring[]>,
): Wiring | undefined {
  const last = circle.at(-1);
  return incoming.get(circle[0] ?? '')?.find(({ edge }) => edge.from.node === last);
}
