/** What part of the graph is seen. */

import { message } from '../../../language/message.ts';
import { announce } from '../announce.tsx';
import { shownFlow } from '../flow.ts';
import { flowId } from '../flow-id.ts';
import { motion } from '../motion.ts';
import { selectedThings } from '../selected-things.ts';
import { fitViewOptions } from '../show-opened.ts';
import { useCanvasView } from '../view-state.ts';

/** All of the graph. */
export function zoomToFit(): void {
  void shownFlow()?.fitView({ ...fitViewOptions, duration: motion() });
}

/** What is selected, or all of the graph where nothing is. */
export function zoomToSelection(): void {
  const nodes = selectedThings().map(thing => ({ id: flowId(thing) }));
  if (nodes.length === 0) zoomToFit();
  else void shownFlow()?.fitView({ nodes, padding: 0.2, duration: motion(), maxZoom: 1.5 });
}

export const zoomIn = (): void => void shownFlow()?.zoomIn({ duration: motion() });

export const zoomOut = (): void => void shownFlow()?.zoomOut({ duration: motion() });

/** A pixel of the canvas for a pixel of the screen. */
export const zoomToActualSize = (): void => void shownFlow()?.zoomTo(1, { duration: motion() });

export function toggleMinimap(): void {
  const hasMinimap = !useCanvasView.getState().hasMinimap;
  useCanvasView.setState({ hasMinimap });
  announce(message(hasMinimap ? 'canvas.minimap-shown' : 'canvas.minimap-hidden'));
}
