/**
 * The edits that a document knows. Each is plain data: a gesture is a list of them, a fix offers them, a
 * page sends them to the worker, and history keeps the patches that they make.
 */
import type { Edge, EdgeId, GraphNode, NodeId, ParameterValue, Position } from './document.ts';

export type Edit =
  | { readonly type: 'add-node'; readonly id: NodeId; readonly node: GraphNode }
  | { readonly type: 'remove-node'; readonly id: NodeId }
  | { readonly type: 'move-node'; readonly id: NodeId; readonly position: Position }
  | { readonly type: 'rename-node'; readonly id: NodeId; readonly title: string }
  | {
      readonly type: 'set-parameter';
      readonly node: NodeId;
      readonly param: string;
      readonly value: ParameterValue;
    }
  | { readonly type: 'add-edge'; readonly id: EdgeId; readonly edge: Edge }
  | { readonly type: 'remove-edge'; readonly id: EdgeId }
  | { readonly type: 'rename-document'; readonly title: string };
