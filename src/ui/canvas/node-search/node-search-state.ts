/** What is being chosen on the canvas: a new node, or by keyboard the ends of a wire. */
import { create } from 'zustand';
import type { WireEnd } from '../../../graph/connectable.ts';
import type { NodeId, Position } from '../../../graph/document.ts';
import { placeAtHand } from '../flow.ts';

export type Search = {
  /** Where on the screen. */
  readonly at: Position;
} & (
  | { readonly type: 'new-node'; readonly connectedTo?: WireEnd }
  /** Which port of a node a wire is to begin at. */
  | { readonly type: 'port'; readonly node: NodeId }
  /** Where a wire is to end: at a port that is there, or at a new node. */
  | { readonly type: 'end'; readonly end: WireEnd }
);

export const useNodeSearch = create<{ readonly search: Search | undefined }>()(() => ({
  search: undefined,
}));

export interface NodeSearchOptions {
  /** On the screen; without it under the pointer, or in the middle of the canvas. */
  readonly at?: Position;
  /** Only what fits this end of a wire is offered, and wired when it is chosen. */
  readonly connectedTo?: WireEnd;
}

/** Opens the search of nodes on the canvas. */
export function openNodeSearch({ at = placeAtHand(), connectedTo }: NodeSearchOptions = {}): void {
  useNodeSearch.setState({ search: { type: 'new-node', at, ...(connectedTo && { connectedTo }) } });
}

export const ask = (search: Search): void => useNodeSearch.setState({ search });

export const closeNodeSearch = (): void => useNodeSearch.setState({ search: undefined });
