import type { WireEnd } from '../../../graph/connectable.ts';
import type { NodeId, Position } from '../../../graph/document.ts';
import { flowElement, placeAtHand, shownFlow } from '../flow.ts';

/** Between two nodes that are wired by keyboard, on the canvas. */
const gap = 48;

/** The place on the screen beside a node, on the side where wires leave or enter. */
export function beside(node: NodeId, side: WireEnd['side']): Position {
  const box = flowElement(node)?.getBoundingClientRect();
  if (!box) return placeAtHand();
  const apart = gap * (shownFlow()?.getZoom() ?? 1);
  return { x: side === 'output' ? box.right + apart : box.left - apart, y: box.top };
}
