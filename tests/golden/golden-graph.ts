/** The graph whose loss, gradient and run `golden.json` holds, as a document that goes the one way through. */
import type { GraphDocument } from '../../src/graph/document.ts';
import { gatys } from '../../src/nodes/testing/graphs.ts';

const layers = ['relu1_1', 'relu2_1', 'relu3_1', 'relu4_1', 'relu5_1'];

/**
 * L = 1·content + 20·Σ style / 5 + 0.5·tv, balanced, max pooling.
 *
 * @param optimiser The parameters of the optimiser.
 * @param start Which image the picture starts from: the content, or half content and half style.
 */
export function goldenGraph(
  optimiser: Readonly<Record<string, number | string | boolean>>,
  start: 'content' | 'blend',
): GraphDocument {
  const graph = gatys({
    content: 'file:content',
    style: 'file:style',
    layers,
    contentLayer: 'relu4_2',
    encoder: { weights: 'folder:vgg19', pooling: 'max' },
    contentLoss: { weight: 1 },
    styleLoss: { weight: 20, weights: Object.fromEntries(layers.map(layer => [layer, 1 / 5])) },
    variation: { weight: 0.5 },
    optimiser,
  });
  if (start === 'content') return graph;
  const { content } = graph.nodes;
  if (!content) throw new Error('The graph has no content.');
  const from = { node: 'blend', port: 'image' };
  const to = { node: 'picture', port: 'start' };
  return {
    ...graph,
    nodes: { ...graph.nodes, blend: { ...content, params: { source: 'file:blend' } } },
    edges: { ...graph.edges, 'picture.start': { from, to } },
  };
}
