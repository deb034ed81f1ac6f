/**
 * With `?paused` in its address the page paints nothing that it opens until somebody has it play: for machines that
 * have something else to do.
 */
import type { GraphDocument, NodeId } from '../../graph/document.ts';

const isAsked = new URLSearchParams(globalThis.location?.search ?? '').has('paused');

/** The optimisers that stand still when `document` is opened. */
export const pausedAtFirst = ({ nodes }: GraphDocument): NodeId[] =>
  isAsked ? Object.keys(nodes).filter(id => nodes[id]?.kind === 'optimiser') : [];
