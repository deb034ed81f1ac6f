/**
 * The document as React Flow wants it. What did not change keeps its identity, so that React Flow renders the
 * node that is dragged and no other.
 */
import type { Edge as FlowEdgeOf, Node as FlowNodeOf } from '@xyflow/react';
import type { Edge, Frame, GraphDocument, GraphNode, Note } from '../../graph/document.ts';
import { targetKey, wireKey } from '../../graph/ends.ts';
import { own } from '../../graph/own.ts';
import type { PortType } from '../../graph/port-type.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import type { Selection } from '../state/editor.ts';
import { flowId } from './flow-id.ts';
import { handleId } from './handle-id.ts';

export type FlowNode = FlowNodeOf<{ readonly node: GraphNode }, 'node'>;
export type FlowFrame = FlowNodeOf<{ readonly frame: Frame }, 'frame'>;
export type FlowNote = FlowNodeOf<{ readonly note: Note }, 'note'>;
/** Everything that React Flow calls a node. */
export type FlowThing = FlowNode | FlowFrame | FlowNote;

/** `isOff` where nothing comes along the wire, for its source is muted. */
export type FlowEdge = FlowEdgeOf<
  { readonly edge: Edge; readonly type: PortType | undefined; readonly isOff: boolean },
  'wire'
>;

/** The id of the element that names a node for a screen reader; the node's view has it. */
export const nodeLabelId = (node: string): string => `name-of-${node}`;

/** React Flow would say “node” and “edge” in English, whatever the page speaks; the names say enough. */
const plainly = { 'aria-roledescription': undefined };

/** Selected or not, a frame stays behind what it frames. */
const behind = -2000;

/** `before` holds what React Flow measured of each. */
export function flowThings(
  before: readonly FlowThing[],
  document: GraphDocument,
  selection: Selection,
): readonly FlowThing[] {
  const known = new Map(before.map(thing => [thing.id, thing]));
  const keep = keeping(known);
  const frames = Object.entries(document.frames ?? {}).map(([name, frame]): FlowThing => {
    const id = flowId({ type: 'frame', id: name });
    return keep(id, frame, selection.frames.has(name), (was, selected) => ({
      ...(was as FlowFrame | undefined),
      id,
      type: 'frame',
      position: placed(frame),
      data: { frame },
      width: frame.size.width,
      height: frame.size.height,
      zIndex: behind,
      // What lies in a frame, the empty canvas included, is reached through it.
      style: { pointerEvents: 'none' },
      dragHandle: '.frame-handle',
      ariaLabel: frame.title,
      domAttributes: plainly,
      selected,
    }));
  });
  const notes = Object.entries(document.notes ?? {}).map(([name, note]): FlowThing => {
    const id = flowId({ type: 'note', id: name });
    return keep(id, note, selection.notes.has(name), (was, selected) => ({
      ...(was as FlowNote | undefined),
      id,
      type: 'note',
      position: placed(note),
      data: { note },
      width: note.size.width,
      height: note.size.height,
      ariaLabel: note.text.slice(0, 80),
      domAttributes: plainly,
      selected,
    }));
  });
  const nodes = Object.entries(document.nodes).map(
    ([id, node]): FlowThing =>
      keep(id, node, selection.nodes.has(id), (was, selected) => ({
        ...(was as FlowNode | undefined),
        id,
        type: 'node',
        position: placed(node),
        data: was?.type === 'node' && was.data.node === node ? was.data : { node },
        domAttributes: { ...plainly, 'aria-labelledby': nodeLabelId(id) },
        selected,
      })),
  );
  const things = [...frames, ...notes, ...nodes];
  return isSameList(before, things) ? before : things;
}

type Content = GraphNode | Frame | Note;

const keeping =
  (known: ReadonlyMap<string, FlowThing>) =>
  (
    id: string,
    content: Content,
    isSelected: boolean,
    make: (was: FlowThing | undefined, selected: boolean) => FlowThing,
  ): FlowThing => {
    const was = known.get(id);
    const isSame = was && contentOf(was) === content && (was.selected ?? false) === isSelected;
    return isSame ? was : make(was, isSelected);
  };

function contentOf(thing: FlowThing): Content {
  switch (thing.type) {
    case 'frame':
      return thing.data.frame;
    case 'note':
      return thing.data.note;
    default:
      return thing.data.node;
  }
}

const placed = ({ position: { x, y } }: Content) => ({ x, y });

export function flowEdges(
  before: readonly FlowEdge[],
  document: GraphDocument,
  selected: Selection['edges'],
): readonly FlowEdge[] {
  const known = new Map(before.map(edge => [edge.id, edge]));
  const edges = Object.entries(document.edges).map(([id, edge]): FlowEdge => {
    const was = known.get(id);
    const isSelected = selected.has(id);
    const source = own(document.nodes, edge.from.node);
    const type = typeOf(source, edge);
    const isOff = source?.flow === 'muted';
    const isSame =
      was?.data?.edge === edge &&
      was.data.type === type &&
      was.data.isOff === isOff &&
      (was.selected ?? false) === isSelected;
    if (was && isSame) return was;
    return {
      id,
      type: 'wire',
      source: edge.from.node,
      sourceHandle: handleId(edge.from),
      target: edge.to.node,
      targetHandle: handleId(edge.to),
      ariaLabel: `${wireKey(edge.from)} → ${targetKey(edge.to)}`,
      domAttributes: plainly,
      // What is an image to a screen reader has nothing in it that takes the keyboard, as bends do.
      ...(edge.via && { ariaRole: 'group' }),
      // A bend that lies under a node can be taken hold of while its wire is selected.
      zIndex: isSelected && edge.via ? 1 : 0,
      data: { edge, type, isOff },
      selected: isSelected,
    };
  });
  return isSameList(before, edges) ? before : edges;
}

function typeOf(source: GraphNode | undefined, { from }: Edge): PortType | undefined {
  const kind = nodeKinds.get(source?.kind ?? '');
  return kind && own(kind.outputs, from.port)?.type;
}

const isSameList = (before: readonly unknown[], after: readonly unknown[]): boolean =>
  before.length === after.length && after.every((item, i) => item === before[i]);
