/** Several things moved by the same way; the points of a wire go along where both its ends do. */
import type { GraphDocument, Position } from '../document.ts';
import { indexOf } from '../document-index.ts';
import type { Edit } from '../edit.ts';
import { idsOf, moveTo, positionOf, type Thing } from './thing.ts';

export function moveThings(document: GraphDocument, things: readonly Thing[], by: Position): readonly Edit[] {
  if (by.x === 0 && by.y === 0) return [];
  const moved = ({ x, y }: Position): Position => ({ x: x + by.x, y: y + by.y });
  const moves = things.flatMap(thing => {
    const position = positionOf(document, thing);
    return position ? [moveTo(thing, moved(position))] : [];
  });
  const nodes = idsOf(things, 'node');
  const { outgoing } = indexOf(document);
  const led = [...nodes].flatMap(node =>
    (outgoing.get(node) ?? []).flatMap(({ id, edge: { to, via } }): Edit[] =>
      via && nodes.has(to.node) ? [{ type: 'set-via', edge: id, via: via.map(moved) }] : [],
    ),
  );
  return [...moves, ...led];
}
