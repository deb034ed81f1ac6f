/** A graph as a Mermaid diagram: text that Markdown on many sites shows as a picture. */
import type { Language } from '../../language/text.ts';
import type { Edge, Frame, GraphDocument, GraphNode, NodeId } from '../document.ts';
import type { Registry } from '../kind.ts';
import { own } from '../own.ts';

/** Frames become groups; notes and what is selected stay behind. The same document gives the same text. */
export function mermaidOf(document: GraphDocument, registry: Registry, language: Language = 'en'): string {
  const ids = Object.keys(document.nodes).sort();
  // Names of ours may be words of Mermaid's, such as `end` and `style`.
  const names = new Map(ids.map((id, at) => [id, `n${at + 1}`]));
  const frames = Object.entries(document.frames ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const framed = framedNodes(document, frames);
  const nodeLine = (id: NodeId) => {
    const node = own(document.nodes, id);
    return node ? `${names.get(id)}${shapeOf(node, id, registry, language)}` : '';
  };
  const lines = ['flowchart LR'];
  for (const [at, [frame, { title }]] of frames.entries()) {
    const inside = ids.filter(id => framed.get(id) === frame);
    if (inside.length === 0) continue;
    lines.push(`  subgraph f${at + 1}["${escaped(title || frame)}"]`);
    lines.push(...inside.map(id => `    ${nodeLine(id)}`), '  end');
  }
  lines.push(...ids.filter(id => !framed.has(id)).map(id => `  ${nodeLine(id)}`));
  lines.push(...wireLines(document, registry, names, language));
  const off = ids.filter(id => own(document.nodes, id)?.flow !== undefined).map(id => names.get(id));
  if (off.length > 0)
    lines.push('  classDef off opacity:0.5,stroke-dasharray:4', `  class ${off.join()} off`);
  return `${lines.join('\n')}\n`;
}

function shapeOf(
  { kind: name, title }: GraphNode,
  id: NodeId,
  registry: Registry,
  language: Language,
): string {
  const kind = registry.get(name);
  const called = kind ? kind.title[language] : name;
  const label = title
    ? `<b>${escaped(title)}</b><br/>${escaped(called)}`
    : `<b>${escaped(called)}</b><br/>${escaped(id)}`;
  // Where a graph begins and ends is round.
  const ends = kind && (Object.keys(kind.inputs).length === 0 || Object.keys(kind.outputs).length === 0);
  return ends ? `(["${label}"])` : `["${label}"]`;
}

function wireLines(
  { nodes, edges }: GraphDocument,
  registry: Registry,
  names: ReadonlyMap<NodeId, string>,
  language: Language,
): string[] {
  const lines = Object.values(edges).flatMap(edge => {
    const [from, to] = [names.get(edge.from.node), names.get(edge.to.node)];
    if (from === undefined || to === undefined) return [];
    const label = wireLabel(edge, own(nodes, edge.to.node), registry, language);
    return [`  ${from} -->${label === '' ? '' : `|"${escaped(label)}"|`} ${to}`];
  });
  return lines.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/** The slot, or the input where its node has several: one that has but one says nothing new. */
function wireLabel(
  { to: { port, slot } }: Edge,
  node: GraphNode | undefined,
  registry: Registry,
  language: Language,
): string {
  if (slot !== undefined) return slot;
  const inputs = registry.get(node?.kind ?? '')?.inputs ?? {};
  if (Object.keys(inputs).length < 2) return '';
  return own(inputs, port)?.title[language] ?? port;
}

/** For each node that stands in frames, the smallest of them. */
function framedNodes(
  { nodes }: GraphDocument,
  frames: readonly (readonly [string, Frame])[],
): ReadonlyMap<NodeId, string> {
  const area = ({ size }: Frame) => size.width * size.height;
  const smallestFirst = frames.toSorted(([, a], [, b]) => area(a) - area(b));
  const framed = new Map<NodeId, string>();
  for (const [id, { position }] of Object.entries(nodes)) {
    const around = smallestFirst.find(
      ([, { position: corner, size }]) =>
        position.x >= corner.x &&
        position.y >= corner.y &&
        position.x < corner.x + size.width &&
        position.y < corner.y + size.height,
    );
    if (around) framed.set(id, around[0]);
  }
  return framed;
}

/** Whatever could mean something to Mermaid or to HTML, by its number. */
const escaped = (text: string): string =>
  text.replaceAll(/[^\p{L}\p{N} .,:_+-]/gu, char => `#${char.codePointAt(0)};`);
