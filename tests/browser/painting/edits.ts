/** What a person does to a graph in an afternoon, one edit after the other, the same ones again and again. */
import type { GraphDocument, ParameterValue } from '../../../src/graph/document.ts';

/** `document` with one parameter of one node set. */
export function withParameter(
  document: GraphDocument,
  node: string,
  param: string,
  value: ParameterValue,
): GraphDocument {
  const found = document.nodes[node];
  if (!found) throw new Error(`There is no node ${node}.`);
  const changed = { ...found, params: { ...found.params, [param]: value } };
  return { ...document, nodes: { ...document.nodes, [node]: changed } };
}

/** `document` with one node at another place. */
export function moved(document: GraphDocument, node: string, x: number): GraphDocument {
  const found = document.nodes[node];
  if (!found) throw new Error(`There is no node ${node}.`);
  return { ...document, nodes: { ...document.nodes, [node]: { ...found, position: { x, y: 0 } } } };
}

/** `document` with these layers of the style, on both sides. */
export const withLayers = (document: GraphDocument, layers: readonly string[]): GraphDocument =>
  withParameter(withParameter(document, 'styleTaps', 'layers', [...layers]), 'pictureTaps', 'layers', [
    ...layers,
    'relu2_2',
  ]);

/** The edit of this number: mostly weights and positions, now and then layers, a style, once in a while the size. */
export function editOf(document: GraphDocument, number: number): GraphDocument {
  const round = Math.floor(number / 10);
  const isEven = round % 2 === 0;
  switch (number % 10) {
    case 3:
    case 6:
      return moved(document, 'total', number);
    case 4:
      return withLayers(document, isEven ? ['relu1_1'] : ['relu1_1', 'relu2_1']);
    case 7:
      return withParameter(document, 'style', 'source', isEven ? 'sample:woodblock-wave' : 'sample:ink-wash');
    case 9:
      return round % 5 === 4 ? withParameter(document, 'contentSize', 'size', isEven ? 32 : 24) : document;
    default:
      return withParameter(document, 'styleLoss', 'weight', 1 + (number % 7));
  }
}
