/**
 * The document: nodes with named parameters, edges between named ports, and nothing else. Pure data that
 * immer can patch, JSON can carry and two people can compare. Results, selection and previews live
 * elsewhere (rule D4). Fields that this version does not know are kept as they came (rule D1).
 */

export type NodeId = string;
export type EdgeId = string;

/** Parameters are plain JSON; which values a parameter takes is the business of its node's kind. */
export type ParameterValue =
  | null
  | boolean
  | number
  | string
  | readonly ParameterValue[]
  | { readonly [name: string]: ParameterValue };

export interface Position {
  readonly x: number;
  readonly y: number;
}

export interface GraphNode {
  readonly kind: string;
  /** Of the kind when this node was written, so that a kind can migrate its own parameters. */
  readonly version: number;
  readonly params: Readonly<Record<string, ParameterValue>>;
  readonly position: Position;
  readonly title?: string;
}

/** The end of a wire at an output port. */
export interface Source {
  readonly node: NodeId;
  readonly port: string;
}

/** The end of a wire at an input port; a port that takes many wires tells them apart by the slot's name. */
export interface Target {
  readonly node: NodeId;
  readonly port: string;
  readonly slot?: string;
}

export interface Edge {
  readonly from: Source;
  readonly to: Target;
}

export interface GraphDocument {
  readonly title: string;
  readonly nodes: Readonly<Record<NodeId, GraphNode>>;
  readonly edges: Readonly<Record<EdgeId, Edge>>;
}

export const emptyDocument: GraphDocument = { title: '', nodes: {}, edges: {} };
