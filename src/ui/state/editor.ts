/**
 * The open document with its history, and what is selected in it. Everything that changes the document goes
 * through {@link act}: one gesture, one step of history (rule D4). What was computed from the document lives in
 * the painting's state; neither selection nor results are ever part of the document.
 */
import type { Patch } from 'immer';
import { create } from 'zustand';
import { subscribeWithSelector } from 'zustand/middleware';
import {
  type EdgeId,
  emptyDocument,
  type FrameId,
  type GraphDocument,
  type NodeId,
  type NoteId,
} from '../../graph/document.ts';
import type { Edit } from '../../graph/edit.ts';
import * as history from '../../graph/history.ts';
import type { Shown } from '../../graph/share/link.ts';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';

export interface Selection {
  readonly nodes: ReadonlySet<NodeId>;
  readonly edges: ReadonlySet<EdgeId>;
  readonly frames: ReadonlySet<FrameId>;
  readonly notes: ReadonlySet<NoteId>;
}

export interface EditorState {
  /** Of the document that is open, for whoever keeps something beside it. */
  readonly id: string;
  readonly history: history.History;
  readonly selection: Selection;
  /** What whoever sent it wants shown of it: no part of the document, and gone with a copy. */
  readonly shown: Shown | undefined;
}

export const nothingSelected: Selection = {
  nodes: new Set(),
  edges: new Set(),
  frames: new Set(),
  notes: new Set(),
};

export const useEditor = create<EditorState>()(
  subscribeWithSelector(
    (): EditorState => ({
      id: '',
      history: history.startHistory(emptyDocument),
      selection: nothingSelected,
      shown: undefined,
    }),
  ),
);

/** The document as it is now. */
export const openDocument = (): GraphDocument => useEditor.getState().history.document;

/** How one state of a document follows from the one before, where that is known. */
export interface Change {
  readonly document: GraphDocument;
  readonly patches?: readonly Patch[];
}

/** Opens another document in the place of the one that is open, with a history of its own. */
export function open(id: string, document: GraphDocument, shown?: Shown): void {
  useEditor.setState({ id, history: history.startHistory(document), selection: nothingSelected, shown });
}

/**
 * Does `edits` as one step of history, or as more of the gesture that is going on where the merge key is the
 * same. Refused edits change nothing; the reason is for the caller to show.
 */
export function act(edits: readonly Edit[], gesture: history.Gesture): Result<undefined> {
  if (isLockedNow() && !edits.every(isUnlocked)) return failure(message('sharing.locked-refusal'));
  const committed = history.commit(useEditor.getState().history, edits, gesture);
  if (!committed.ok) return committed;
  take(committed.value);
  return success(undefined);
}

/** Ends the gesture that is going on: what comes next is a step of its own. */
export const endGesture = (): void => useEditor.setState(state => ({ history: history.seal(state.history) }));

export const undo = (): void => take(history.undo(useEditor.getState().history));

export const redo = (): void => take(history.redo(useEditor.getState().history));

/** Goes to the state after `steps` steps of history, wherever it is now. */
export function goToStep(steps: number): void {
  let state = useEditor.getState().history;
  while (state.past.length > steps) state = history.undo(state);
  while (state.past.length < steps && state.future.length > 0) state = history.redo(state);
  take(state);
}

export function select(selection: Partial<Selection>): void {
  useEditor.setState({ selection: { ...nothingSelected, ...selection } });
}

function take(next: history.History): void {
  useEditor.setState(({ history: before, selection }) =>
    next === before ? {} : { history: next, selection: stillThere(selection, next.document) },
  );
}

/** What is gone is not selected any more. */
function stillThere(selection: Selection, document: GraphDocument): Selection {
  const nodes = kept(selection.nodes, document.nodes);
  const edges = kept(selection.edges, document.edges);
  const frames = kept(selection.frames, document.frames);
  const notes = kept(selection.notes, document.notes);
  const isSame =
    nodes === selection.nodes &&
    edges === selection.edges &&
    frames === selection.frames &&
    notes === selection.notes;
  return isSame ? selection : { nodes, edges, frames, notes };
}

/** The same set where all are still there. */
function kept(ids: ReadonlySet<string>, record: Readonly<Record<string, unknown>> = {}): ReadonlySet<string> {
  const left = [...ids].filter(id => Object.hasOwn(record, id));
  return left.length === ids.size ? ids : new Set(left);
}

/** Whether the document may be painted only, not changed. */
export const isLockedNow = (): boolean => useEditor.getState().shown?.locked === true;

export const useLocked = (): boolean => useEditor(({ shown }) => shown?.locked === true);

/** Whether a parameter (`style.weight`) can be read only, in a document that is locked but for some. */
export const useParameterLocked = (name: string): boolean =>
  useEditor(({ shown }) => shown?.locked === true && shown.unlocked?.includes(name) !== true);

const isUnlocked = (edit: Edit): boolean =>
  edit.type === 'set-parameter' &&
  useEditor.getState().shown?.unlocked?.includes(`${edit.node}.${edit.param}`) === true;

/** Whether `name`, a parameter (`style.weight`) or a part of the page, is not to be shown. */
export const useHidden = (name: string): boolean =>
  useEditor(({ shown }) => shown?.hidden?.includes(name) === true);
