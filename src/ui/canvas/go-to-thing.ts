import type { Thing } from '../../graph/gestures/thing.ts';
import { focusCanvas, seePointer, shownFlow } from './flow.ts';
import { flowId } from './flow-id.ts';
import { motion } from './motion.ts';
import { selectThings } from './selected-things.ts';

/** Selects a thing on the canvas, alone or with what is selected, gives it the keyboard and shows it. */
export function goToThing(thing: Thing, alsoSelected: readonly Thing[] = []): void {
  // What comes next is asked for at the keyboard, not where the mouse was left.
  seePointer(undefined);
  selectThings([...alsoSelected, thing]);
  const id = flowId(thing);
  focusCanvas(id);
  bringIntoView(id);
}

/** Moves the canvas only where the thing is not to be seen whole. */
export function bringIntoView(id: string): void {
  const flow = shownFlow();
  const node = flow?.getInternalNode(id);
  const canvas = document.querySelector('.react-flow')?.getBoundingClientRect();
  if (!flow || !node || !canvas) return;
  const { width = 0, height = 0 } = node.measured;
  const { x, y } = node.internals.positionAbsolute;
  const from = flow.flowToScreenPosition({ x, y });
  const to = flow.flowToScreenPosition({ x: x + width, y: y + height });
  const isSeen =
    from.x >= canvas.left && to.x <= canvas.right && from.y >= canvas.top && to.y <= canvas.bottom;
  if (!isSeen) {
    void flow.setCenter(x + width / 2, y + height / 2, { zoom: flow.getZoom(), duration: motion() });
  }
}
