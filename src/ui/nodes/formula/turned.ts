/** Nodes whose formula is shown in the place of their face. How one looks at a node is no part of the document. */
import { create } from 'zustand';
import type { NodeId } from '../../../graph/document.ts';
import { own } from '../../../graph/own.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import { openDocument, useEditor } from '../../state/editor.ts';

interface Turned {
  readonly nodes: ReadonlySet<NodeId>;
}

const none: ReadonlySet<NodeId> = new Set();

export const useTurned = create<Turned>()(() => ({ nodes: none }));

/** Whether there is anything to compute, and so a formula. */
export const hasFormula = (id: NodeId): boolean => {
  const kind = own(openDocument().nodes, id)?.kind;
  return kind !== undefined && (nodeKinds.get(kind)?.formula ?? '') !== '';
};

/** Turns nodes to their formulas; where all of them are turned, back to their faces. */
export function turnOver(ids: readonly NodeId[]): void {
  useTurned.setState(({ nodes }) => {
    const meant = ids.filter(hasFormula);
    const left = new Set([...nodes].filter(id => !meant.includes(id)));
    return { nodes: meant.every(id => nodes.has(id)) ? left : new Set([...nodes, ...meant]) };
  });
}

// Another document has other nodes.
useEditor.subscribe((state, before) => {
  if (state.id !== before.id) useTurned.setState({ nodes: none });
});
