/**
 * Graphs as they are written in lessons: nodes as lines of a table, wires as lines of text. A line may lead one
 * output to several inputs: `encoder.encoder > contentTaps.encoder, styleTaps.encoder`.
 */
import type { Edge, GraphDocument, GraphNode, ParameterValue } from '../../../graph/document.ts';
import { nodeKinds } from '../../../nodes/registry.ts';

export type Params = Readonly<Record<string, ParameterValue>>;
export type Placed = readonly [kind: string, x: number, y: number, params?: Params];

/** @param wires `content.image > contentSize.image`, `styleLoss.loss > total.terms/style`. */
export function graph(nodes: Readonly<Record<string, Placed>>, ...wires: readonly string[]): GraphDocument {
  const edges = wires.flatMap(lines => lines.trim().split(/\s*\n\s*/)).flatMap(edgesOf);
  return {
    title: '',
    nodes: Object.fromEntries(Object.entries(nodes).map(([id, placed]) => [id, node(placed)])),
    edges: Object.fromEntries(edges.map((edge, at) => [`wire${at}`, edge])),
  };
}

const node = ([kind, x, y, params = {}]: Placed): GraphNode => ({
  kind,
  version: nodeKinds.get(kind)?.version ?? 1,
  params,
  position: { x, y },
});

function edgesOf(line: string): readonly Edge[] {
  const [from = '', to = ''] = line.split(' > ');
  const [node = '', port = ''] = from.split('.');
  return to.split(', ').map(end => {
    const [taking = '', rest = ''] = end.split('.');
    const [into = '', slot] = rest.split('/');
    return { from: { node, port }, to: { node: taking, port: into, ...(slot && { slot }) } };
  });
}
