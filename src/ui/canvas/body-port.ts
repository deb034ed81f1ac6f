import { fittingPort, looseEndAt, type WireEnd } from '../../graph/connectable.ts';
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import { indexOf } from '../../graph/document-index.ts';
import { targetKey } from '../../graph/ends.ts';
import type { NodeKind } from '../../graph/kind.ts';
import { nodeKinds } from '../../nodes/registry.ts';

/**
 * The port that is meant by a wire dropped on a node's body: one that fits and has no wire yet, else one that fits,
 * else the first of that side, whose refusal tells what would have to stand in between.
 */
export function bodyPort(
  document: GraphDocument,
  node: NodeId,
  kind: NodeKind,
  end: WireEnd,
): string | undefined {
  const loose = looseEndAt(document, nodeKinds, end);
  if (!loose) return undefined;
  const ports: NodeKind['inputs'] = end.side === 'output' ? kind.inputs : kind.outputs;
  const { byTarget } = indexOf(document);
  const free = Object.fromEntries(
    Object.entries(ports).filter(
      ([port, { arity }]) => arity === 'many' || !byTarget.has(targetKey({ node, port })),
    ),
  );
  return (
    (end.side === 'output' ? fittingPort({ ...kind, inputs: free }, loose) : undefined) ??
    fittingPort(kind, loose) ??
    Object.keys(ports)[0]
  );
}
