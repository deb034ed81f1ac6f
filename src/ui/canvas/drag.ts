/**
 * Things on the canvas being dragged: one gesture and one step, whatever is dragged along. They snap to what they
 * are almost in line with; a single node over a wire goes into it; with Alt held, copies are left.
 */
import type { NodeChange } from '@xyflow/react';
import { create } from 'zustand';
import type { EdgeId, GraphDocument, Position } from '../../graph/document.ts';
import type { Edit } from '../../graph/edit.ts';
import { withContents } from '../../graph/gestures/frame.ts';
import { insertOnWire } from '../../graph/gestures/insert-on-wire.ts';
import { moveThings } from '../../graph/gestures/move.ts';
import { duplicateThings } from '../../graph/gestures/paste.ts';
import { type SnapLine, snap } from '../../graph/gestures/snap.ts';
import { type Box, boxAround, moveTo, positionOf, type Thing } from '../../graph/gestures/thing.ts';
import { message } from '../../language/message.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { act, endGesture, openDocument, undo } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';
import { curvesOf } from './bends.ts';
import { shownFlow } from './flow.ts';
import type { FlowThing } from './flow-graph.ts';
import { flowId, thingOf } from './flow-id.ts';
import { placedThings } from './placed-things.ts';
import { selectThings } from './selected-things.ts';
import { wireAt } from './wire-at.ts';
import { nearestCurve } from './wire-path.ts';

interface Shown {
  readonly lines: readonly SnapLine[];
  /** The wire that the dragged node would go into. */
  readonly into: EdgeId | undefined;
}

const nothing: Shown = { lines: [], into: undefined };

/** What a drag shows besides what moves. */
export const useDrag = create<Shown>()(() => nothing);

interface Drag {
  /** So that each drag is a gesture of its own. */
  readonly merge: string;
  /** As it was when the drag began: what moves is counted from there. */
  readonly document: GraphDocument;
  readonly things: readonly Thing[];
  /** The one whose moves stand for all. */
  readonly held: Thing;
  readonly from: Position;
  readonly box: Box;
  readonly others: readonly Box[];
  readonly leavesCopies: boolean;
  by: Position;
}

let drags = 0;
let drag: Drag | undefined;

/** Screen pixels. */
const reach = 6;

export function startDrag(event: { readonly altKey: boolean }, dragged: readonly FlowThing[]): void {
  const document = openDocument();
  const placed = placedThings();
  const things = withContents(
    dragged.map(({ id }) => thingOf(id)),
    placed,
  );
  const ids = new Set(things.map(flowId));
  const box = boxAround(placed.filter(({ thing }) => ids.has(flowId(thing))).map(({ box }) => box));
  const [held] = things;
  const from = held && positionOf(document, held);
  if (!held || !from || !box) return;
  drag = {
    merge: `drag ${drags++}`,
    document,
    things,
    held,
    from,
    box,
    others: placed
      .filter(({ thing }) => thing.type !== 'frame' && !ids.has(flowId(thing)))
      .map(({ box }) => box),
    leavesCopies: event.altKey,
    by: { x: 0, y: 0 },
  };
}

export function moveDragged(changes: readonly NodeChange<FlowThing>[]): void {
  if (!drag) return;
  const id = flowId(drag.held);
  const change = changes.find(change => change.type === 'position' && change.dragging && change.id === id);
  if (change?.type !== 'position' || !change.position) return;
  const { x, y } = change.position;
  const moved = { ...drag.box, x: drag.box.x + x - drag.from.x, y: drag.box.y + y - drag.from.y };
  const snapped = snap(moved, drag.others, reach / (shownFlow()?.getZoom() ?? 1));
  drag.by = {
    x: Math.round(snapped.position.x - drag.box.x),
    y: Math.round(snapped.position.y - drag.box.y),
  };
  const still = drag.by.x === 0 && drag.by.y === 0;
  const edits = still ? moveBack(drag) : moveThings(drag.document, drag.things, drag.by);
  act(edits, { label: message('canvas.move'), merge: drag.merge });
  useDrag.setState({ lines: snapped.lines });
}

/** Where the pointer is over a wire that the one dragged node fits into, that wire is shown. */
export function dragOver(at: Position): void {
  useDrag.setState({ into: drag && wireFor(drag, at) });
}

function wireFor({ things, held }: Drag, at: Position): EdgeId | undefined {
  if (things.length !== 1 || held.type !== 'node') return undefined;
  const wire = wireAt(at);
  if (wire === undefined) return undefined;
  return insertOnWire(openDocument(), nodeKinds, wire, { node: held.id }).ok ? wire : undefined;
}

export function endDrag(): void {
  const { into } = useDrag.getState();
  useDrag.setState(nothing);
  const ended = drag;
  drag = undefined;
  if (!ended) return;
  if (into !== undefined) {
    const pointsBefore = bendsBefore(into, ended);
    const inserted = insertOnWire(openDocument(), nodeKinds, into, { node: ended.held.id, pointsBefore });
    if (inserted.ok) act(inserted.value.edits, { label: message('canvas.insert'), merge: ended.merge });
  }
  endGesture();
  if (ended.leavesCopies && (ended.by.x !== 0 || ended.by.y !== 0)) leaveCopies(ended);
}

/** How many bends of a wire lie before what is let go of over it. */
function bendsBefore(wire: EdgeId, { box, by }: Drag): number {
  const middle = { x: box.x + by.x + box.width / 2, y: box.y + by.y + box.height / 2 };
  return Math.max(0, nearestCurve(curvesOf(wire), middle));
}

/** What was dragged goes back, and copies of it stand where it was let go of. */
function leaveCopies({ things, by }: Drag): void {
  undo();
  const copies = duplicateThings(openDocument(), nodeKinds, things, { by });
  if (!copies.ok) {
    refuse(copies.reason);
    return;
  }
  act(copies.value.edits, { label: message('canvas.duplicate') });
  selectThings(copies.value.things);
}

/** To where all stood when the drag began. */
const moveBack = ({ document, things }: Drag): readonly Edit[] => [
  ...things.flatMap(thing => {
    const position = positionOf(document, thing);
    return position ? [moveTo(thing, position)] : [];
  }),
  ...Object.entries(document.edges).flatMap(([edge, { via }]): Edit[] =>
    via ? [{ type: 'set-via', edge, via }] : [],
  ),
];
