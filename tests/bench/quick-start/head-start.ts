/** How many of the optimiser's iterations a start from AdaIN's picture saves, compared with a start from the content. */
import type { Edge, GraphDocument, GraphNode } from '../../../src/graph/document.ts';
import { targetKey } from '../../../src/graph/ends.ts';
import { type PaintingOrder, paintingGraph } from '../encoders/painting-graph.ts';
import type { Studio } from '../encoders/studio.ts';

export interface HeadStart {
  /** Iterations from the content. */
  readonly iterations: number;
  /** The loss that they arrive at. */
  readonly loss: number;
  /** Iterations from AdaIN's picture until the loss is no higher; undefined where all of them are not enough. */
  readonly needed: number | undefined;
}

const adds: readonly (readonly [
  id: string,
  kind: string,
  params: Readonly<Record<string, string | string[]>>,
])[] = [
  ['quickContent', 'layer-taps', { layers: ['relu4_1'] }],
  ['quickStyle', 'layer-taps', { layers: ['relu4_1'] }],
  ['match', 'match-statistics', {}],
  ['decoder', 'decoder', {}],
];

const wires: readonly (readonly [from: string, to: string])[] = [
  ['content.image', 'quickContent.image'],
  ['encoder.encoder', 'quickContent.encoder'],
  ['style.image', 'quickStyle.image'],
  ['encoder.encoder', 'quickStyle.encoder'],
  ['quickContent.features', 'match.content'],
  ['quickStyle.features', 'match.style'],
  ['match.features', 'decoder.features'],
  ['content.image', 'decoder.like'],
  ['decoder.image', 'picture.start'],
];

/** The same painting, started from what AdaIN makes of the same two pictures. */
export function quickStarted(order: PaintingOrder): GraphDocument {
  const end = (text: string) => {
    const [node = '', port = ''] = text.split('.');
    return { node, port };
  };
  const { nodes, edges, ...document } = paintingGraph(order);
  const added = adds.map(([id, kind, params]): [string, GraphNode] => [
    id,
    { kind, version: 1, params, position: { x: 0, y: 0 } },
  ]);
  const wired = wires.map(([from, to]): [string, Edge] => {
    const edge = { from: end(from), to: end(to) };
    return [targetKey(edge.to), edge];
  });
  return {
    ...document,
    nodes: { ...nodes, ...Object.fromEntries(added) },
    // The start of the picture is taken over from the content.
    edges: { ...edges, ...Object.fromEntries(wired) },
  };
}

/** The total loss before each iteration. */
async function course(studio: Studio, document: GraphDocument): Promise<readonly number[]> {
  const totals: number[] = [];
  for await (const event of studio.events(document)) if (event.type === 'iteration') totals.push(event.total);
  return totals;
}

/** Paints twice, from the content and from AdaIN's picture, and compares after each of `after` iterations. */
export async function headStarts(
  studio: Studio,
  order: Omit<PaintingOrder, 'iterations'>,
  after: readonly number[],
): Promise<readonly HeadStart[]> {
  // The loss of a picture is told by the iteration that starts from it.
  const longest = { ...order, iterations: Math.max(...after) + 1 };
  const slow = await course(studio, paintingGraph(longest));
  const quick = await course(studio, quickStarted(longest));
  return after.map(iterations => {
    const loss = slow[iterations] ?? Number.NaN;
    const needed = quick.findIndex(total => total <= loss);
    return { iterations, loss, needed: needed < 0 ? undefined : needed };
  });
}
