import type { GraphDocument, NodeId } from '../../graph/document.ts';
import { indexOf } from '../../graph/document-index.ts';
import { own } from '../../graph/own.ts';
import { useEditor } from '../state/editor.ts';
import { type PaintingState, usePainting } from '../state/painting.ts';

/**
 * Whose frames show what an output will give: the optimiser's, where its result is what enters, since that is there
 * from the first iteration on; otherwise its own.
 */
export function shownNode(document: GraphDocument, node: NodeId): NodeId {
  if (own(document.nodes, node)?.kind !== 'output') return node;
  const [wiring] = indexOf(document).incoming.get(node) ?? [];
  const from = wiring?.edge.from.node;
  return from !== undefined && paints(document, from) ? from : node;
}

/** Whether a node is an optimiser, and not stepped over. */
export function paints(document: GraphDocument, id: NodeId): boolean {
  const node = own(document.nodes, id);
  return node?.kind === 'optimiser' && node.flow !== 'bypassed';
}

/**
 * Whose frames there are now. What is made of a result (an enlargement, a blend) comes when the result is done;
 * until then the picture that is being painted stands for it.
 */
export function useShownNode(node: NodeId | undefined): NodeId | undefined {
  const shown = useEditor(({ history }) => node && shownNode(history.document, node));
  const behind = useEditor(({ history }) =>
    shown === undefined || shown !== node ? undefined : optimiserBehind(history.document, shown),
  );
  const isAwaited = usePainting(state => behind !== undefined && !isDone(state, behind));
  return isAwaited ? behind : shown;
}

const isDone = ({ runs }: PaintingState, optimiser: NodeId): boolean =>
  own(runs, optimiser)?.state === 'done';

const known = new WeakMap<GraphDocument, Map<NodeId, NodeId | undefined>>();

/** The nearest optimiser up the wires of an output; of any other node none, for that shows itself. */
function optimiserBehind(document: GraphDocument, output: NodeId): NodeId | undefined {
  if (own(document.nodes, output)?.kind !== 'output') return undefined;
  const found = known.get(document) ?? new Map<NodeId, NodeId | undefined>();
  known.set(document, found);
  if (!found.has(output)) found.set(output, nearestOptimiser(document, output));
  return found.get(output);
}

function nearestOptimiser(document: GraphDocument, output: NodeId): NodeId | undefined {
  const { incoming } = indexOf(document);
  // A set is walked in the order in which it grows: nearest first.
  const seen = new Set([output]);
  for (const id of seen) {
    if (paints(document, id)) return id;
    for (const { edge } of incoming.get(id) ?? []) seen.add(edge.from.node);
  }
  return undefined;
}
