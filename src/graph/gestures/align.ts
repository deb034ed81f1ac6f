/** Things put in line with one another, or at equal distances. */
import type { Edit } from '../edit.ts';
import { type Box, boxAround, moveTo, type Placed } from './thing.ts';

/** `centre` puts the middles one above the other, `middle` side by side. */
export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

export function align(placed: readonly Placed[], alignment: Alignment): readonly Edit[] {
  const around = boxAround(placed.map(({ box }) => box));
  if (!around || placed.length < 2) return [];
  return moves(placed, box => alignedIn(around, box, alignment));
}

function alignedIn(around: Box, box: Box, alignment: Alignment): Partial<Box> {
  switch (alignment) {
    case 'left':
      return { x: around.x };
    case 'centre':
      return { x: around.x + (around.width - box.width) / 2 };
    case 'right':
      return { x: around.x + around.width - box.width };
    case 'top':
      return { y: around.y };
    case 'middle':
      return { y: around.y + (around.height - box.height) / 2 };
    case 'bottom':
      return { y: around.y + around.height - box.height };
  }
}

/** Makes the gaps between neighbours equal. The first and the last stay where they are. */
export function distribute(
  placed: readonly Placed[],
  direction: 'horizontally' | 'vertically',
): readonly Edit[] {
  const [start, length] =
    direction === 'horizontally' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const inOrder = placed.toSorted((a, b) => a.box[start] - b.box[start]);
  const [first, last] = [inOrder[0]?.box, inOrder.at(-1)?.box];
  if (!first || !last || inOrder.length < 3) return [];
  const room = last[start] + last[length] - first[start];
  const filled = inOrder.reduce((sum, { box }) => sum + box[length], 0);
  const gap = (room - filled) / (inOrder.length - 1);
  let next = first[start];
  return moves(inOrder, box => {
    const at = box === last ? last[start] : next;
    next = at + box[length] + gap;
    return { [start]: at };
  });
}

/** Only what moves is moved, so that a graph that is in line already makes no step of history. */
const moves = (placed: readonly Placed[], to: (box: Box) => Partial<Box>): readonly Edit[] =>
  placed.flatMap(({ thing, box }) => {
    const { x, y } = { ...box, ...to(box) };
    return x === box.x && y === box.y ? [] : [moveTo(thing, { x, y })];
  });
