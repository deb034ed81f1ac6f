/** What is being chosen on the canvas: a new node, by keyboard the ends of a wire, or a node to go to. */
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
  | { readonly type: 'node' }
);

interface NodeSearchState {
  readonly search: Search | undefined;
  /** The node that is meant by the choice at hand, so that it is seen before it is chosen. */
  readonly aim: NodeId | undefined;
}

const closed: NodeSearchState = { search: undefined, aim: undefined };

export const useNodeSearch = create<NodeSearchState>()(() => closed);

export interface NodeSearchOptions {
  /** On the screen; without it under the pointer, or in the middle of the canvas. */
  readonly at?: Position;
  /** Only what fits this end of a wire is offered, and wired when it is chosen. */
  readonly connectedTo?: WireEnd;
}

/** Opens the search of nodes on the canvas. */
export function openNodeSearch({ at = placeAtHand(), connectedTo }: NodeSearchOptions = {}): void {
  ask({ type: 'new-node', at, ...(connectedTo && { connectedTo }) });
}

export const ask = (search: Search): void => useNodeSearch.setState({ ...closed, search });

export const closeNodeSearch = (): void => useNodeSearch.setState(closed);
