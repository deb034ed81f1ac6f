/**
 * The documents that paint the frames of a film, made of the one that is open, which stays what it is. In both the
 * picture of one Image node is the frame. In that of all frames but the first, where an optimiser paints, its
 * picture starts from what was painted before, moved to where everything is now, and keeps near it:
 *
 *     L + γ · mean (c ∘ (x − ω))²
 *
 * with c white where the motion can be relied upon (Ruder, Dosovitskiy and Brox 2016, eq. 7 to 9).
 */
import type { Edge, GraphDocument, GraphNode, NodeId, ParameterValue } from '../../graph/document.ts';
import { indexOf } from '../../graph/document-index.ts';
import { freeName } from '../../graph/name.ts';
import { upstreamOf } from '../../graph/order.ts';
import { own } from '../../graph/own.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { filmReferences } from '../../runtime/host/film-protocol.ts';

export interface FilmSetting {
  /** The Image node whose picture the frames replace. */
  readonly image: NodeId;
  readonly output: NodeId;
  /** How firmly a frame is held to the one before; 0 leaves each alone. */
  readonly steadiness: number;
  /** Of the optimiser, for each frame but the first. */
  readonly iterations: number;
}

export interface FilmDocuments {
  readonly first: GraphDocument;
  /** Only where an optimiser paints. */
  readonly next?: GraphDocument;
  readonly optimiser?: NodeId;
}

/** γ for a steadiness of 1. With it the term weighs about as much as a content loss where half the pixels are off by 5 %. */
const gamma = 200;

export function filmDocuments(document: GraphDocument, setting: FilmSetting): FilmDocuments {
  const { image, output } = setting;
  const first = withParams(onlyBehind(document, output), image, { source: filmReferences.frame });
  const optimiser = optimiserBehind(first, output);
  if (optimiser === undefined) return { first };
  return { first, optimiser, next: steadiedBy(first, optimiser, setting) };
}

/** The optimiser that paints what an output shows, if any: the nearest up the wires. */
export function optimiserBehind(document: GraphDocument, output: NodeId): NodeId | undefined {
  const { incoming } = indexOf(document);
  // A set is walked in the order in which it grows: nearest first.
  const seen = new Set([output]);
  for (const id of seen) {
    if (own(document.nodes, id)?.kind === 'optimiser') return id;
    for (const { edge } of incoming.get(id) ?? []) seen.add(edge.from.node);
  }
  return undefined;
}

function onlyBehind(document: GraphDocument, output: NodeId): GraphDocument {
  const behind = upstreamOf(indexOf(document), output);
  return {
    title: document.title,
    nodes: Object.fromEntries(Object.entries(document.nodes).filter(([id]) => behind.has(id))),
    edges: Object.fromEntries(Object.entries(document.edges).filter(([, { to }]) => behind.has(to.node))),
  };
}

function withParams(
  document: GraphDocument,
  id: NodeId,
  params: Readonly<Record<string, ParameterValue>>,
): GraphDocument {
  const node = own(document.nodes, id);
  if (!node) return document;
  return {
    ...document,
    nodes: { ...document.nodes, [id]: { ...node, params: { ...node.params, ...params } } },
  };
}

function steadiedBy(
  first: GraphDocument,
  optimiser: NodeId,
  { steadiness, iterations }: FilmSetting,
): GraphDocument {
  const { picture, scales } = paintedBy(first, optimiser);
  if (picture === undefined) return first;
  let next = withParams(withParams(first, optimiser, { iterations }), picture, { noise: 0 });
  for (const id of scales) next = bypassed(next, id);
  const added = new Adding(next);
  const last = added.node('image', { source: filmReferences.last });
  added.exchange({ node: last, port: 'image' }, { node: picture, port: 'start' });
  if (steadiness === 0) return added.document;

  const sound = added.node('mask', { from: 'painted', painted: filmReferences.sound, feather: 0 });
  const within = added.node('blend', { amount: 1 });
  const apart = added.node('pixel-loss', { weight: gamma * steadiness });
  const whole = added.node('weighted-sum', {});
  added.edge({ node: last, port: 'image' }, { node: sound, port: 'image' });
  added.edge({ node: last, port: 'image' }, { node: within, port: 'under' });
  added.edge({ node: picture, port: 'picture' }, { node: within, port: 'over' });
  added.edge({ node: sound, port: 'mask' }, { node: within, port: 'mask' });
  added.edge({ node: within, port: 'image' }, { node: apart, port: 'image' });
  added.edge({ node: last, port: 'image' }, { node: apart, port: 'target' });
  const before = added.exchange({ node: whole, port: 'loss' }, { node: optimiser, port: 'loss' });
  if (before) added.edge(before.from, { node: whole, port: 'terms', slot: 'picture' });
  added.edge({ node: apart, port: 'loss' }, { node: whole, port: 'terms', slot: 'time' });
  return added.document;
}

/** The Picture node of an optimiser, and what stands between the two: scales, which only the first frame is painted at. */
function paintedBy(document: GraphDocument, optimiser: NodeId) {
  const { incoming } = indexOf(document);
  const scales: NodeId[] = [];
  let at: NodeId | undefined = optimiser;
  while (at !== undefined && own(document.nodes, at)?.kind !== 'picture') {
    if (at !== optimiser) scales.push(at);
    at = incoming.get(at)?.find(({ edge }) => edge.to.port === 'picture')?.edge.from.node;
  }
  return { picture: at, scales };
}

function bypassed(document: GraphDocument, id: NodeId): GraphDocument {
  const node = own(document.nodes, id);
  return node ? { ...document, nodes: { ...document.nodes, [id]: { ...node, flow: 'bypassed' } } } : document;
}

/** A document to which nodes and wires are added. */
class Adding {
  document: GraphDocument;

  constructor(document: GraphDocument) {
    this.document = document;
  }

  node(kind: string, params: Readonly<Record<string, ParameterValue>>): NodeId {
    const { nodes } = this.document;
    const id = freeName(`film-${kind}`, name => Object.hasOwn(nodes, name));
    const node: GraphNode = {
      kind,
      version: nodeKinds.get(kind)?.version ?? 1,
      position: { x: 0, y: 0 },
      params,
    };
    this.document = { ...this.document, nodes: { ...nodes, [id]: node } };
    return id;
  }

  edge(from: Edge['from'], to: Edge['to']): void {
    const { edges } = this.document;
    const id = freeName('film', name => Object.hasOwn(edges, name));
    this.document = { ...this.document, edges: { ...edges, [id]: { from, to } } };
  }

  /** @returns the wire that was in its place. */
  exchange(from: Edge['from'], to: Edge['to']): Edge | undefined {
    const { edges } = this.document;
    const isThere = (edge: Edge) => edge.to.node === to.node && edge.to.port === to.port;
    const before = Object.values(edges).find(isThere);
    const others = Object.fromEntries(Object.entries(edges).filter(([, edge]) => !isThere(edge)));
    this.document = { ...this.document, edges: others };
    this.edge(from, to);
    return before;
  }
}
