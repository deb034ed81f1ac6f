/** Whether a picture is being chosen, and for whom. */
import { create } from 'zustand';
import type { NodeId } from '../../graph/document.ts';

export type Choosing =
  | { readonly type: 'closed' }
  /** For an Image node that is there. */
  | { readonly type: 'node'; readonly node: NodeId }
  /** For one that is added then. */
  | { readonly type: 'new' };

export const useChoosing = create<{ readonly choosing: Choosing }>()(() => ({
  choosing: { type: 'closed' },
}));

/** Lets the person choose the picture of an Image node; without one, of a node that is added. */
export function chooseImage(node?: NodeId): void {
  useChoosing.setState({ choosing: node === undefined ? { type: 'new' } : { type: 'node', node } });
}

export const stopChoosing = (): void => useChoosing.setState({ choosing: { type: 'closed' } });
