/**
 * Where a loss goes: to which optimiser, and what its terms are called by the time they are there. A sum puts
 * the name of the slot before the names of the terms: `relu1_1` becomes `style/relu1_1`.
 */
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import { indexOf } from '../../graph/document-index.ts';
import { own } from '../../graph/own.ts';
import { nodeKinds } from '../../nodes/registry.ts';

export interface LossPath {
  readonly optimiser: NodeId;
  /** `style/`; empty where the loss is wired straight to the optimiser. */
  readonly prefix: string;
}

/** The first optimiser that the loss of `node` reaches, if it reaches any. */
export function lossPath(document: GraphDocument, node: NodeId): LossPath | undefined {
  const seen = new Set<NodeId>();
  const waiting: LossPath[] = [{ optimiser: node, prefix: '' }];
  for (const { optimiser: at, prefix } of waiting) {
    if (seen.has(at)) continue;
    seen.add(at);
    for (const { edge } of indexOf(document).outgoing.get(at) ?? []) {
      const kind = nodeKinds.get(own(document.nodes, edge.to.node)?.kind ?? '');
      if (!kind || own(kind.inputs, edge.to.port)?.type !== 'loss') continue;
      const { slot } = edge.to;
      const next = { optimiser: edge.to.node, prefix: slot === undefined ? prefix : `${slot}/${prefix}` };
      if (kind.kind === 'optimiser') return next;
      waiting.push(next);
    }
  }
  return undefined;
}
