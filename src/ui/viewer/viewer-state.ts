/** What is looked at, and how: chosen by the person, part of no document and no history (rule D4). */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import { type EditorState, openDocument, useEditor } from '../state/editor.ts';
import type { Still } from './still.ts';
import { optimisersBehind, viewable } from './viewed.ts';
import { fitted, type View } from './zoom.ts';

/** What the picture is compared with. */
export type Other =
  | { readonly type: 'node'; readonly node: NodeId }
  /** What its optimiser starts from. */
  | { readonly type: 'start' }
  | { readonly type: 'pin'; readonly id: number }
  | {
      readonly type: 'checkpoint';
      readonly optimiser: NodeId;
      readonly id: string;
      readonly iteration: number;
    };

export type CompareMode = 'swipe' | 'flicker' | 'side';

/** A picture that was put aside. */
export interface Pin {
  readonly id: number;
  readonly iteration: number;
  readonly still: Still;
}

/** A checkpoint that is looked at instead of what is being painted. */
export interface Scrub {
  readonly optimiser: NodeId;
  readonly id: string;
  readonly iteration: number;
}

/** How a picture is looked at, and compared with another. */
export interface Look {
  readonly view: View;
  readonly mode: CompareMode;
  /** Where the line between the two pictures is, from 0 to 1. */
  readonly divider: number;
  /** While it flickers: the other one is shown. */
  readonly showsOther: boolean;
}

export const firstLook: Look = { view: fitted, mode: 'swipe', divider: 0.5, showsOther: false };

export const lookOf = ({ view, mode, divider, showsOther }: Look): Look => ({
  view,
  mode,
  divider,
  showsOther,
});

export interface ViewerState extends Look {
  /** Shown as long as nothing else is asked for. */
  readonly painted?: NodeId | undefined;
  /** An image that is looked at while it is selected. */
  readonly image?: NodeId | undefined;
  readonly other?: Other | undefined;
  readonly pins: readonly Pin[];
  readonly scrub?: Scrub | undefined;
}

export const useViewer = create<ViewerState>()((): ViewerState => ({ ...firstLook, pins: [] }));

export interface ViewerSettings {
  /** Undefined while nobody has said: then it is open where there is room. */
  readonly isChartOpen?: boolean | undefined;
}

/** What is remembered from visit to visit. */
export const useViewerSettings = create<ViewerSettings>()(
  persist((): ViewerSettings => ({}), { name: 'gramarye.viewer', version: 1 }),
);

/** The node that the viewer shows. */
export function viewedNode(
  { painted, image }: Pick<ViewerState, 'painted' | 'image'>,
  document: GraphDocument,
): NodeId | undefined {
  if (image !== undefined && own(document.nodes, image)) return image;
  const isThere = painted !== undefined && own(document.nodes, painted);
  // One that is stepped over has nothing to show of its own.
  if (isThere && isThere.flow !== 'bypassed') return painted;
  return viewable(document)[0];
}

/** The optimiser whose progress the viewer shows: that of an image is the one of what was shown before. */
export function viewedOptimiser(
  { painted }: Pick<ViewerState, 'painted'>,
  document: GraphDocument,
): NodeId | undefined {
  const node = viewedNode({ painted }, document);
  return node === undefined ? undefined : optimisersBehind(document, node)[0];
}

export function look(node: NodeId, document = openDocument()): void {
  const kind = own(document.nodes, node)?.kind;
  if (kind === 'image') useViewer.setState({ image: node });
  else if (kind === 'output' || kind === 'optimiser')
    useViewer.setState({ painted: node, image: undefined, scrub: undefined });
}

// Whoever selects a picture in the graph wants to see it.
useEditor.subscribe((now: EditorState, before: EditorState) => {
  if (now.id !== before.id) {
    useViewer.setState({
      painted: undefined,
      image: undefined,
      scrub: undefined,
      other: undefined,
      pins: [],
    });
  }
  if (now.selection === before.selection) return;
  if (useViewer.getState().image !== undefined) useViewer.setState({ image: undefined });
  const [node, ...more] = now.selection.nodes;
  if (node !== undefined && more.length === 0) look(node, now.history.document);
});
