/** What can be selected, moved and copied on the canvas: nodes, frames and notes, each with an id of its kind. */
import type { GraphDocument, Position, Size } from '../document.ts';
import type { Edit } from '../edit.ts';
import { own } from '../own.ts';

export interface Thing {
  readonly type: 'node' | 'frame' | 'note';
  readonly id: string;
}

/** A rectangle of the canvas; `x` and `y` are its left and its top. */
export interface Box extends Position, Size {}

/** A thing with the room that it takes. How large a node is drawn only the page knows. */
export interface Placed {
  readonly thing: Thing;
  readonly box: Box;
}

export const nodesAsThings = (ids: Iterable<string>): readonly Thing[] =>
  [...ids].map(id => ({ type: 'node', id }));

export const idsOf = (things: readonly Thing[], type: Thing['type']): ReadonlySet<string> =>
  new Set(things.flatMap(thing => (thing.type === type ? [thing.id] : [])));

export function positionOf(document: GraphDocument, { type, id }: Thing): Position | undefined {
  switch (type) {
    case 'node':
      return own(document.nodes, id)?.position;
    case 'frame':
      return own(document.frames ?? {}, id)?.position;
    case 'note':
      return own(document.notes ?? {}, id)?.position;
  }
}

export function moveTo({ type, id }: Thing, { x, y }: Position): Edit {
  const position = { x, y };
  switch (type) {
    case 'node':
      return { type: 'move-node', id, position };
    case 'frame':
      return { type: 'change-frame', id, changes: { position } };
    case 'note':
      return { type: 'change-note', id, changes: { position } };
  }
}

/** The smallest box around all of `boxes`; nothing around none. */
export function boxAround(boxes: readonly Box[]): Box | undefined {
  const [first] = boxes;
  if (!first) return undefined;
  let { x: left, y: top } = first;
  let [right, bottom] = [left, top];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether the whole of `inner` lies in `outer`. */
export const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
