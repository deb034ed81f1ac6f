/**
 * The document as React Flow wants it. What did not change keeps its identity, so that React Flow renders the
 * node that is dragged and no other.
 */
import type { Edge as FlowEdgeOf, Node as FlowNodeOf } from '@xyflow/react';
import type { Edge, EdgeId, GraphDocument, GraphNode, NodeId } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import type { PortType } from '../../graph/port-type.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { handleId } from './handle-id.ts';

export type FlowNode = FlowNodeOf<{ readonly node: GraphNode }, 'node'>;
export type FlowEdge = FlowEdgeOf<{ readonly edge: Edge; readonly type: PortType | undefined }, 'wire'>;

/** `before` holds what React Flow measured of each node. */
export function flowNodes(
  before: readonly FlowNode[],
  document: GraphDocument,
  selected: ReadonlySet<NodeId>,
): readonly FlowNode[] {
  const known = new Map(before.map(node => [node.id, node]));
  return Object.entries(document.nodes).map(([id, node]): FlowNode => {
    const was = known.get(id);
    const isSelected = selected.has(id);
    if (was?.data.node === node && (was.selected ?? false) === isSelected) return was;
    return {
      ...was,
      id,
      type: 'node',
      position: { x: node.position.x, y: node.position.y },
      data: was?.data.node === node ? was.data : { node },
      selected: isSelected,
    };
  });
}

export function flowEdges(
  before: readonly FlowEdge[],
  document: GraphDocument,
  selected: ReadonlySet<EdgeId>,
): readonly FlowEdge[] {
  const known = new Map(before.map(edge => [edge.id, edge]));
  return Object.entries(document.edges).map(([id, edge]): FlowEdge => {
    const was = known.get(id);
    const isSelected = selected.has(id);
    const type = typeOf(document, edge);
    if (was?.data?.edge === edge && was.data.type === type && (was.selected ?? false) === isSelected)
      return was;
    return {
      id,
      type: 'wire',
      source: edge.from.node,
      sourceHandle: handleId(edge.from),
      target: edge.to.node,
      targetHandle: handleId(edge.to),
      data: { edge, type },
      selected: isSelected,
    };
  });
}

function typeOf(document: GraphDocument, { from }: Edge): PortType | undefined {
  const kind = nodeKinds.get(own(document.nodes, from.node)?.kind ?? '');
  return kind && own(kind.outputs, from.port)?.type;
}
