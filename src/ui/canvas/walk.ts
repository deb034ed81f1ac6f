/**
 * Where an arrow key goes from a node: right and left along its wires, to what it feeds and to what feeds it; up
 * and down, and where there is no wire, to the nearest in that direction.
 */
import type { GraphDocument } from '../../graph/document.ts';
import { indexOf } from '../../graph/document-index.ts';
import type { Box, Placed, Thing } from '../../graph/gestures/thing.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

export function walk(
  document: GraphDocument,
  everything: readonly Placed[],
  from: Thing,
  direction: Direction,
): Thing | undefined {
  const start = everything.find(({ thing }) => isSame(thing, from));
  if (!start) return undefined;
  const wired = new Set(alongWires(document, from, direction));
  const neighbours = everything.filter(({ thing }) => thing.type === 'node' && wired.has(thing.id));
  const others = everything.filter(
    ({ thing, box }) => !isSame(thing, from) && liesTo(direction, start.box, box),
  );
  return nearest(start.box, neighbours.length > 0 ? neighbours : others, direction);
}

/** Where a walk begins: at the upper left. */
export function firstThing(everything: readonly Placed[]): Thing | undefined {
  const order = everything.toSorted((a, b) => a.box.x + a.box.y - (b.box.x + b.box.y));
  return (order.find(({ thing }) => thing.type === 'node') ?? order[0])?.thing;
}

function alongWires(document: GraphDocument, { type, id }: Thing, direction: Direction): readonly string[] {
  if (type !== 'node') return [];
  const { incoming, outgoing } = indexOf(document);
  if (direction === 'right') return (outgoing.get(id) ?? []).map(({ edge }) => edge.to.node);
  if (direction === 'left') return (incoming.get(id) ?? []).map(({ edge }) => edge.from.node);
  return [];
}

const isSame = (a: Thing, b: Thing): boolean => a.type === b.type && a.id === b.id;

const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

function liesTo(direction: Direction, from: Box, to: Box): boolean {
  const [a, b] = [middle(from), middle(to)];
  switch (direction) {
    case 'left':
      return b.x < a.x;
    case 'right':
      return b.x > a.x;
    case 'up':
      return b.y < a.y;
    case 'down':
      return b.y > a.y;
  }
}

function nearest(from: Box, candidates: readonly Placed[], direction: Direction): Thing | undefined {
  const start = middle(from);
  const isSideways = direction === 'left' || direction === 'right';
  // What lies straight ahead is meant before what is nearer but aside.
  const distance = ({ box }: Placed): number => {
    const { x, y } = middle(box);
    const [ahead, aside] = isSideways ? [x - start.x, y - start.y] : [y - start.y, x - start.x];
    return Math.abs(ahead) + 2 * Math.abs(aside);
  };
  return candidates.toSorted((a, b) => distance(a) - distance(b))[0]?.thing;
}
