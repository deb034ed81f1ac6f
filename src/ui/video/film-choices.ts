/** What of a graph a film can be painted with: its outputs, and for each the pictures that frames could stand in for. */
import { optimiserBehind } from '../../cli/library/film-documents.ts';
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import { indexOf } from '../../graph/document-index.ts';
import { upstreamOf } from '../../graph/order.ts';
import { own } from '../../graph/own.ts';
import { image } from '../../nodes/image.ts';
import { output } from '../../nodes/output.ts';
import { picture } from '../../nodes/picture.ts';

const behindOf = (document: GraphDocument, node: NodeId, kind: string): readonly NodeId[] => {
  const behind = upstreamOf(indexOf(document), node);
  return Object.keys(document.nodes).filter(id => behind.has(id) && own(document.nodes, id)?.kind === kind);
};

/** Outputs with an Image node behind them. */
export const filmOutputs = (document: GraphDocument): readonly NodeId[] =>
  Object.keys(document.nodes).filter(
    id => own(document.nodes, id)?.kind === output.kind && filmImages(document, id).length > 0,
  );

/** The Image nodes behind an output, the likeliest first: what the picture starts from, where one is optimised. */
export function filmImages(document: GraphDocument, from: NodeId): readonly NodeId[] {
  const all = behindOf(document, from, image.kind);
  const optimiser = optimiserBehind(document, from);
  const [painted] = optimiser === undefined ? [] : behindOf(document, optimiser, picture.kind);
  const likely = new Set(painted === undefined ? [] : behindOf(document, painted, image.kind));
  return [...all.filter(id => likely.has(id)), ...all.filter(id => !likely.has(id))];
}
