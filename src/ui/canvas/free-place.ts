import type { Position, Size } from '../../graph/document.ts';
import { shownFlow } from './flow.ts';

const gap = 16;

/** `wished`, or the nearest place below it where nothing of `size` would cover another node. */
export function freePlace(wished: Position, size: Size): Position {
  const rectangles = (shownFlow()?.getNodes() ?? [])
    .filter(({ type }) => type === 'node')
    .map(({ position, measured }) => ({
      ...position,
      width: measured?.width ?? 0,
      height: measured?.height ?? 0,
    }));
  const position = { x: Math.round(wished.x), y: Math.round(wished.y) };
  // Each turn passes a node for good, so there are no more turns than nodes.
  for (;;) {
    const covered = rectangles.find(
      other =>
        position.x < other.x + other.width &&
        other.x < position.x + size.width &&
        position.y < other.y + other.height &&
        other.y < position.y + size.height,
    );
    if (!covered) return position;
    position.y = Math.ceil(covered.y + covered.height + gap);
  }
}
