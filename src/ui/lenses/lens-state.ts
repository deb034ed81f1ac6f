/** Which lens is open, on which node. Looking is neither history nor document (rule D4). */
import { create } from 'zustand';
import type { NodeId } from '../../graph/document.ts';
import { useEditor } from '../state/editor.ts';

interface LensState {
  readonly open?: { readonly lens: string; readonly node: NodeId } | undefined;
}

export const useLens = create<LensState>()(() => ({}));

export const openLens = (lens: string, node: NodeId): void => useLens.setState({ open: { lens, node } });

export const closeLens = (): void => useLens.setState({ open: undefined });

// Another document has other nodes.
useEditor.subscribe((state, before) => {
  if (state.id !== before.id) closeLens();
});
