/**
 * The document: nodes with named parameters, edges between named ports, and frames and notes around them
 * for people to read. Pure data that immer can patch, JSON can carry and two people can compare. Results, selection and previews live
 * elsewhere (rule D4). Fields that this version does not know are kept as they came (rule D1).
 */

import type { Colour } from './palette.ts';

export type NodeId = string;
export type EdgeId = string;
export type FrameId = string;
export type NoteId = string;

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

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A node that gives nothing, or gives what it takes; `flow.ts` has what that means for the others. */
export type Flow = 'muted' | 'bypassed';

export interface GraphNode {
  readonly kind: string;
  /** Of the kind when this node was written, so that a kind can migrate its own parameters. */
  readonly version: number;
  readonly params: Readonly<Record<string, ParameterValue>>;
  readonly position: Position;
  readonly title?: string;
  readonly flow?: Flow;
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
  /** The points that the wire is led through, from its source on. */
  readonly via?: readonly Position[];
}

/** A titled rectangle behind the nodes that belong together. */
export interface Frame {
  readonly title: string;
  readonly colour: Colour;
  readonly position: Position;
  readonly size: Size;
}

export interface Note {
  /** In Markdown. */
  readonly text: string;
  readonly position: Position;
  readonly size: Size;
  readonly colour?: Colour;
}

export interface GraphDocument {
  readonly title: string;
  readonly nodes: Readonly<Record<NodeId, GraphNode>>;
  readonly edges: Readonly<Record<EdgeId, Edge>>;
  readonly frames?: Readonly<Record<FrameId, Frame>>;
  readonly notes?: Readonly<Record<NoteId, Note>>;
}

export const emptyDocument: GraphDocument = { title: '', nodes: {}, edges: {} };
