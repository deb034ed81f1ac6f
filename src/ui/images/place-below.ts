import type { Position } from '../../graph/document.ts';

export interface Area extends Position {
  readonly width: number;
  readonly height: number;
}

/** As large as an Image node is, with the space that nodes leave between them. */
const wanted = { width: 220, height: 240 };
const step = 24;

/** The first place at or below `at` where an Image node covers nothing. */
export function placeBelow(at: Position, taken: readonly Area[]): Position {
  let y = at.y;
  for (;;) {
    const covers = taken.some(
      area =>
        at.x < area.x + area.width &&
        area.x < at.x + wanted.width &&
        y < area.y + area.height + step &&
        area.y < y + wanted.height,
    );
    if (!covers) return { x: at.x, y };
    y += step;
  }
}
