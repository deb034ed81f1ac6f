/** Where there is room on the canvas for something new. */
import type { Position, Size } from '../document.ts';
import type { Box } from './thing.ts';

const gap = 16;
/** Lines to each side that are tried: beyond them it would be too far away to be found. */
const tried = 24;

/** `wished`, or near it a place beside, above or below others where nothing of `size` covers any of them. */
export function roomFor(size: Size, wished: Position, others: readonly Box[]): Position {
  const isFree = ({ x, y }: Position) =>
    !others.some(
      other =>
        x < other.x + other.width &&
        other.x < x + size.width &&
        y < other.y + other.height &&
        other.y < y + size.height,
    );
  if (isFree(wished)) return wished;
  const lines = (from: number, before: readonly number[], after: readonly number[]) =>
    [from, ...before, ...after].toSorted((a, b) => Math.abs(a - from) - Math.abs(b - from)).slice(0, tried);
  const xs = lines(
    wished.x,
    others.map(({ x }) => x - size.width - gap),
    others.map(({ x, width }) => x + width + gap),
  );
  const ys = lines(
    wished.y,
    others.map(({ y }) => y - size.height - gap),
    others.map(({ y, height }) => y + height + gap),
  );
  const away = ({ x, y }: Position) => Math.hypot(x - wished.x, y - wished.y);
  const near = xs
    .flatMap(x => ys.map((y): Position => ({ x, y })))
    .toSorted((a, b) => away(a) - away(b))
    .find(isFree);
  return near ?? { x: wished.x, y: Math.max(...others.map(({ y, height }) => y + height)) + gap };
}
