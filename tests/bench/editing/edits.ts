/**
 * The kinds of edit that are timed. What is painted after an edit is, wherever that is possible, the graph as it
 * was given: then one kind compares with another.
 */
import { applyEdits } from '../../../src/graph/apply.ts';
import { type Adjustments, adjust, type GraphDocument, nodeKinds } from '../../../src/index.ts';

export interface EditKind {
  readonly name: string;
  /** What is painted before it, one after the other; the edit changes the last. */
  readonly before: readonly GraphDocument[];
  readonly after: GraphDocument;
}

const otherStyle = [{ node: 'style', reference: 'sample:woodblock-wave' }];
const fewerLayers = ['relu1_1', 'relu2_1', 'relu4_1', 'relu5_1'];

/** @param graph The preset `gatys`, at any size and with any encoder. */
export function editKinds(graph: GraphDocument): readonly EditKind[] {
  const changed = (adjustments: Adjustments): GraphDocument => {
    const adjusted = adjust(graph, nodeKinds, adjustments);
    if (!adjusted.ok) throw new Error(adjusted.reason[0]?.reason.id);
    return adjusted.value;
  };
  const set = (path: string, text: string) => changed({ set: [{ path, text }] });

  const withoutLayer = set('styleTaps.layers', fewerLayers.join());
  const inOtherStyle = changed({ images: otherStyle });
  const smaller = changed({ size: Math.round(0.75 * Number(graph.nodes.contentSize?.params.size)) });
  return [
    { name: 'node moved', before: [graph], after: moved(graph) },
    { name: 'loss weight', before: [graph], after: set('styleLoss.weight', '40') },
    { name: 'learning rate', before: [graph], after: set('optimiser.learningRate', '0.01') },
    { name: 'seed of the optimiser', before: [graph], after: set('optimiser.seed', '1') },
    { name: 'style layer relu3_1 off', before: [graph], after: withoutLayer },
    { name: 'style layer relu3_1 on', before: [withoutLayer], after: graph },
    { name: 'another style image', before: [inOtherStyle], after: graph },
    { name: 'the style before it again', before: [graph, inOtherStyle], after: graph },
    { name: 'another size', before: [smaller], after: graph },
  ];
}

function moved(graph: GraphDocument): GraphDocument {
  const applied = applyEdits(graph, [{ type: 'move-node', id: 'style', position: { x: -40, y: 480 } }]);
  if (!applied.ok) throw new Error(applied.reason.id);
  return applied.value;
}
