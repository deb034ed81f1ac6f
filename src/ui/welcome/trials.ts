/**
 * What a first visit is invited to try, and how the document shows that it was done: by comparing it with the one
 * that was open when the invitation began. Nothing is asked of the person but to do it.
 */
import type { GraphDocument, GraphNode, NodeId } from '../../graph/document.ts';
import { indexOf } from '../../graph/document-index.ts';
import { upstreamOf } from '../../graph/order.ts';
import { own } from '../../graph/own.ts';
import { nodeKinds } from '../../nodes/registry.ts';

export const trials = ['style', 'weight', 'layer'] as const;

export type Trial = (typeof trials)[number];

/** What was done between two states of a document. */
export function trialsDone(before: GraphDocument, now: GraphDocument): readonly Trial[] {
  const done: Readonly<Record<Trial, boolean>> = {
    style: styleImages(before).some(id => changed(before, now, id, 'source')),
    weight: ofKind(before, 'style-loss').some(id => changed(before, now, id, 'weight')),
    layer: Object.keys(before.nodes).some(id => lostLayer(own(before.nodes, id), own(now.nodes, id))),
  };
  return trials.filter(trial => done[trial]);
}

/** The node at which it is done, where the document has one. */
export function placeOfTrial(document: GraphDocument, trial: Trial): NodeId | undefined {
  switch (trial) {
    case 'style':
      return styleImages(document)[0];
    case 'weight':
      return ofKind(document, 'style-loss')[0];
    case 'layer':
      return aboveStyle(document, 'layer-taps')[0];
  }
}

/** The images whose style is taken. */
const styleImages = (document: GraphDocument): readonly NodeId[] => aboveStyle(document, 'image');

/** The nodes of `kind` from which the target of a style loss is computed. */
function aboveStyle(document: GraphDocument, kind: string): readonly NodeId[] {
  const index = indexOf(document);
  const targets = ofKind(document, 'style-loss')
    .flatMap(id => index.incoming.get(id) ?? [])
    .filter(({ edge }) => edge.to.port === 'target');
  const above = targets.flatMap(({ edge }) => [...upstreamOf(index, edge.from.node)]);
  return [...new Set(above)].filter(id => own(document.nodes, id)?.kind === kind);
}

const ofKind = (document: GraphDocument, kind: string): readonly NodeId[] =>
  Object.keys(document.nodes).filter(id => own(document.nodes, id)?.kind === kind);

function changed(before: GraphDocument, now: GraphDocument, id: NodeId, param: string): boolean {
  const node = own(now.nodes, id);
  return (
    node !== undefined &&
    JSON.stringify(parameterOf(node, param)) !== JSON.stringify(parameterOf(own(before.nodes, id), param))
  );
}

/** A tap that is taken no more, or a layer whose weight went to zero. */
function lostLayer(before: GraphNode | undefined, now: GraphNode | undefined): boolean {
  if (!before || !now) return false;
  const layers = [before, now].map(node => parameterOf(node, 'layers'));
  const [had, has] = layers;
  if (Array.isArray(had) && Array.isArray(has) && had.some(layer => !has.includes(layer))) return true;
  const weights = parameterOf(now, 'weights');
  const weighed = parameterOf(before, 'weights');
  return (
    isRecord(weights) &&
    Object.keys(weights).some(layer => weights[layer] === 0 && !(isRecord(weighed) && weighed[layer] === 0))
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is not set is as the kind has it. */
function parameterOf(node: GraphNode | undefined, param: string): unknown {
  if (!node) return undefined;
  return own(node.params, param) ?? own(nodeKinds.get(node.kind)?.params ?? {}, param)?.default;
}
