/**
 * The wire that is being drawn, by dragging or by tapping one port and then another. Where it may end is worked
 * out once, when it begins, for all ports at once; each port then only looks itself up.
 */
import { create } from 'zustand';
import { applyEdits } from '../../graph/apply.ts';
import { connectable, looseEndAt, type WireEnd } from '../../graph/connectable.ts';
import type { EdgeId, GraphDocument } from '../../graph/document.ts';
import { wireKey } from '../../graph/ends.ts';
import type { PortType } from '../../graph/port-type.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { openDocument } from '../state/editor.ts';

export interface DraggedWire {
  /** The end that stays. */
  readonly end: WireEnd;
  readonly type: PortType;
  /** The ports at which the other may end, by `wireKey`. */
  readonly fits: ReadonlySet<string>;
  /** The wire whose end was taken up, where it is not a new one. */
  readonly edge?: EdgeId;
}

export const useDraggedWire = create<{ readonly wire: DraggedWire | undefined }>()(() => ({
  wire: undefined,
}));

export const draggedWire = (): DraggedWire | undefined => useDraggedWire.getState().wire;

/** Begins a wire at `end`, or takes up the other end of `edge`. */
export function takeUpWire(end: WireEnd, edge?: EdgeId): void {
  const document = edge === undefined ? openDocument() : without(openDocument(), edge);
  const loose = looseEndAt(document, nodeKinds, end);
  if (!loose) return;
  const fits = connectable(document, nodeKinds, end);
  useDraggedWire.setState({
    wire: { end, type: loose.type, fits, ...(edge !== undefined && { edge }) },
  });
}

export const letGoOfWire = (): void => useDraggedWire.setState({ wire: undefined });

/** How a port stands to the wire that is being drawn. */
export type Fit = 'origin' | 'fits' | 'unfit';

export function fitOf(
  wire: DraggedWire | undefined,
  side: WireEnd['side'],
  node: string,
  port: string,
): Fit | undefined {
  if (!wire) return undefined;
  const { end, fits } = wire;
  if (end.side === side) return end.node === node && end.port === port ? 'origin' : 'unfit';
  return fits.has(wireKey({ node, port })) ? 'fits' : 'unfit';
}

/** A wire may end where only it stands in the way of itself. */
function without(document: GraphDocument, edge: EdgeId): GraphDocument {
  const applied = applyEdits(document, [{ type: 'remove-edge', id: edge }]);
  return applied.ok ? applied.value : document;
}
