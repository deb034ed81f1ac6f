/**
 * The edits that a document knows. Each is plain data: a gesture is a list of them, a fix offers them, a
 * page sends them to the worker, and history keeps the patches that they make.
 */
import type {
  Edge,
  EdgeId,
  Flow,
  Frame,
  FrameId,
  GraphNode,
  NodeId,
  Note,
  NoteId,
  ParameterValue,
  Position,
} from './document.ts';

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
  | { readonly type: 'set-flow'; readonly node: NodeId; readonly flow: Flow | 'normal' }
  | { readonly type: 'add-edge'; readonly id: EdgeId; readonly edge: Edge }
  | { readonly type: 'remove-edge'; readonly id: EdgeId }
  /** No points lead the wire straight again. */
  | { readonly type: 'set-via'; readonly edge: EdgeId; readonly via: readonly Position[] }
  | AnnotationEdit
  | { readonly type: 'rename-document'; readonly title: string };

/** Edits of what only people read. A change names what becomes another: where it stands, its size, its words. */
export type AnnotationEdit =
  | { readonly type: 'add-frame'; readonly id: FrameId; readonly frame: Frame }
  | { readonly type: 'change-frame'; readonly id: FrameId; readonly changes: Partial<Frame> }
  | { readonly type: 'remove-frame'; readonly id: FrameId }
  | { readonly type: 'add-note'; readonly id: NoteId; readonly note: Note }
  | {
      readonly type: 'change-note';
      readonly id: NoteId;
      readonly changes: Partial<Omit<Note, 'colour'>> & { readonly colour?: Note['colour'] | 'none' };
    }
  | { readonly type: 'remove-note'; readonly id: NoteId };
