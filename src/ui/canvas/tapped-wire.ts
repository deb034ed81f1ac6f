/**
 * A wire that is made by tapping one port and then another, or the empty canvas: the same as dragging it there, with
 * the same refusals and the same search.
 */
import { useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { wireKey } from '../../graph/ends.ts';
import { draggedWire, letGoOfWire, useDraggedWire } from './dragged-wire.ts';
import { openNodeSearch } from './node-search/node-search-state.ts';
import { joinEnds, pointOf, wireEnd } from './wire-gestures.ts';

/** On a port, where React Flow has made the wire already if it may be, or on the empty canvas. */
export function onSecondTap(event: MouseEvent | TouchEvent): void {
  const wire = draggedWire();
  letGoOfWire();
  const handle = event.target instanceof Element ? event.target.closest('.react-flow__handle') : null;
  if (!wire) return;
  if (!handle) {
    openNodeSearch({ at: pointOf(event), connectedTo: wire.end });
    return;
  }
  const tapped = wireEnd({
    nodeId: handle.getAttribute('data-nodeid'),
    handleId: handle.getAttribute('data-handleid'),
    handleType: handle.classList.contains('source') ? 'source' : 'target',
  });
  const isSamePort = tapped.side === wire.end.side && wireKey(tapped) === wireKey(wire.end);
  const isMade = tapped.side !== wire.end.side && wire.fits.has(wireKey(tapped));
  if (!isSamePort && !isMade) joinEnds(wire.end, tapped);
}

/** React Flow remembers the port that was tapped first; it is to forget it when the wire is let go of. */
export function useForgottenTaps(): void {
  const flow = useStoreApi();
  useEffect(
    () =>
      useDraggedWire.subscribe(({ wire }) => {
        if (!wire) flow.setState({ connectionClickStartHandle: null });
      }),
    [flow],
  );
}
