/** A bend that is taken hold of and put elsewhere: level with its neighbours where it nearly is. One step. */
import type { EdgeId, Position } from '../../graph/document.ts';
import { snap } from '../../graph/gestures/snap.ts';
import type { Box } from '../../graph/gestures/thing.ts';
import { endGesture } from '../state/editor.ts';
import { bendsOf, endsOf, leadWire } from './bends.ts';
import { useDrag } from './drag.ts';
import { shownFlow } from './flow.ts';

interface Held {
  readonly wire: EdgeId;
  readonly index: number;
  readonly merge: string;
  /** From the pointer to the bend's middle. */
  readonly grip: Position;
  /** Where the pointer took hold of it, on the screen. */
  readonly from: Position;
  readonly others: readonly Box[];
  isMoving: boolean;
}

let held: Held | undefined;
let drags = 0;

/** Screen pixels. */
const reach = 6;
const tremble = 3;

export function takeBend(wire: EdgeId, index: number, pointer: Position): void {
  const at = onCanvas(pointer);
  const bends = bendsOf(wire);
  const bend = bends[index];
  if (!at || !bend) return;
  const others = [...endsOf(wire), ...bends.toSpliced(index, 1)];
  held = {
    wire,
    index,
    merge: `bend ${drags++}`,
    grip: { x: bend.x - at.x, y: bend.y - at.y },
    from: pointer,
    others: others.map(pointBox),
    isMoving: false,
  };
}

export function moveBend(pointer: Position): void {
  const at = onCanvas(pointer);
  if (!held || !at) return;
  const { wire, index, merge, grip, from, others } = held;
  held.isMoving ||= Math.hypot(pointer.x - from.x, pointer.y - from.y) >= tremble;
  if (!held.isMoving) return;
  const wished = { x: at.x + grip.x, y: at.y + grip.y };
  const { position, lines } = snap(pointBox(wished), others, reach / (shownFlow()?.getZoom() ?? 1));
  leadWire(wire, bendsOf(wire).with(index, position), merge);
  useDrag.setState({ lines });
}

export function letGoOfBend(): void {
  if (!held) return;
  held = undefined;
  useDrag.setState({ lines: [] });
  endGesture();
}

const pointBox = ({ x, y }: Position): Box => ({ x, y, width: 0, height: 0 });

const onCanvas = (pointer: Position): Position | undefined =>
  shownFlow()?.screenToFlowPosition({ ...pointer }, { snapToGrid: false });
