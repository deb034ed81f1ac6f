/** What commands look at: the state of the page at one moment, and where the person points. */
import type { EdgeId, FrameId, GraphDocument, NodeId, NoteId, Position } from '../../graph/document.ts';
import type { History } from '../../graph/history.ts';
import { type Selection, useEditor } from '../state/editor.ts';
import { type PaintingState, usePainting } from '../state/painting.ts';
import { type Settings, useSettings } from '../state/settings.ts';
import { useViewer } from '../viewer/viewer-state.ts';

/** What a context menu was opened on, and where on the screen. */
export type Pointed =
  | { readonly type: 'node'; readonly id: NodeId; readonly at: Position }
  | { readonly type: 'wire'; readonly id: EdgeId; readonly at: Position }
  /** One of the points that a wire is led through. */
  | { readonly type: 'bend'; readonly id: EdgeId; readonly index: number; readonly at: Position }
  | { readonly type: 'frame'; readonly id: FrameId; readonly at: Position }
  | { readonly type: 'note'; readonly id: NoteId; readonly at: Position }
  | { readonly type: 'canvas'; readonly at: Position };

export interface CommandContext {
  readonly document: GraphDocument;
  readonly history: History;
  readonly selection: Selection;
  readonly painting: PaintingState;
  readonly settings: Settings;
  /** Undefined where the command was called from the keyboard, the palette or the menu bar. */
  readonly pointed?: Pointed;
}

/** Everything as it is now. */
export function commandContext(pointed?: Pointed): CommandContext {
  const { history, selection } = useEditor.getState();
  return {
    document: history.document,
    history,
    selection,
    painting: usePainting.getState(),
    settings: useSettings.getState(),
    ...(pointed && { pointed }),
  };
}

/** Calls `changed` whenever a command may have become possible or impossible. @returns what ends that. */
export function watchContext(changed: () => void): () => void {
  const stores = [useEditor, usePainting, useSettings, useViewer];
  const ends = stores.map(store => store.subscribe(changed));
  return () => {
    for (const end of ends) end();
  };
}
