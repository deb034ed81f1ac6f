/** A frame around what is selected; and what lies in a frame, which goes along when it is moved. */
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { longestSide, smallestSide } from '../annotations.ts';
import type { FrameId, GraphDocument } from '../document.ts';
import type { Edit } from '../edit.ts';
import { freeName } from '../name.ts';
import type { Colour } from '../palette.ts';
import { boxAround, contains, type Placed, type Thing } from './thing.ts';

export interface Framed {
  readonly id: FrameId;
  readonly edits: readonly Edit[];
}

const margin = 24;
/** Above, where the title stands. */
const headroom = 48;

export function frameThings(
  document: GraphDocument,
  placed: readonly Placed[],
  { title, colour }: { readonly title: string; readonly colour: Colour },
): Result<Framed> {
  const box = boxAround(placed.map(({ box }) => box));
  if (!box) return failure(message('gesture.nothing-selected'));
  const id = freeName('frame', name => Object.hasOwn(document.frames ?? {}, name));
  const side = (length: number) => Math.min(longestSide, Math.max(smallestSide, length));
  const frame = {
    title,
    colour,
    position: { x: box.x - margin, y: box.y - headroom },
    size: { width: side(box.width + 2 * margin), height: side(box.height + headroom + margin) },
  };
  return success({ id, edits: [{ type: 'add-frame', id, frame }] });
}

/** `things`, and all of `everything` that lies wholly in a frame among them; each once. */
export function withContents(things: readonly Thing[], everything: readonly Placed[]): readonly Thing[] {
  const chosen = new Set(things.map(keyOf));
  const frames = everything.filter(({ thing }) => thing.type === 'frame' && chosen.has(keyOf(thing)));
  const inside = everything.filter(
    ({ thing, box }) => !chosen.has(keyOf(thing)) && frames.some(frame => contains(frame.box, box)),
  );
  return [...things, ...inside.map(({ thing }) => thing)];
}

const keyOf = ({ type, id }: Thing): string => `${type} ${id}`;
