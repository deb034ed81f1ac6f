import type { ComponentType } from 'react';
import type { GraphNode, NodeId } from '../../graph/document.ts';

export interface FaceProps {
  readonly id: NodeId;
  readonly node: GraphNode;
}

/** How nodes of a kind look on the canvas, under their title and sockets. */
export interface FaceOfKind {
  readonly Face: ComponentType<FaceProps>;
  /** Pixels at zoom 1. */
  readonly width: number;
}
