import type { Placed } from '../../graph/gestures/thing.ts';
import { shownFlow } from './flow.ts';
import { thingOf } from './flow-id.ts';

/** Everything on the canvas with the room that it takes there. */
export const placedThings = (): readonly Placed[] =>
  (shownFlow()?.getNodes() ?? []).map(({ id, position, measured, width, height }) => ({
    thing: thingOf(id),
    box: {
      x: position.x,
      y: position.y,
      width: measured?.width ?? width ?? 0,
      height: measured?.height ?? height ?? 0,
    },
  }));
