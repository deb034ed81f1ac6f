/** The bends of a wire, that is, the points that it is led through: added, moved, taken away. Layout, nothing else. */
import type { EdgeId, Position } from '../../graph/document.ts';
import type { Edit } from '../../graph/edit.ts';
import { own } from '../../graph/own.ts';
import { message } from '../../language/message.ts';
import { success } from '../../language/result.ts';
import { openDocument } from '../state/editor.ts';
import { announce } from './announce.tsx';
import { doEdits } from './do-edits.ts';
import { focusCanvas, shownFlow } from './flow.ts';
import type { FlowEdge } from './flow-graph.ts';
import { type Curve, curvesThrough, nearestCurve, pointOn } from './wire-path.ts';

export const bendsOf = (wire: EdgeId): readonly Position[] => own(openDocument().edges, wire)?.via ?? [];

/** Changes the bends of a wire; with the same `merge`, more of the gesture that is going on. */
export function leadWire(wire: EdgeId, via: readonly Position[], merge?: string): boolean {
  return doEdits(success([{ type: 'set-via', edge: wire, via: via.map(rounded) }]), {
    label: message('canvas.bend-wire'),
    ...(merge !== undefined && { merge }),
  });
}

/** Leads a wire through one more point, between those that it lies between. @returns its index. */
export function addBend(wire: EdgeId, at: Position): number | undefined {
  const curves = curvesOf(wire);
  if (curves.length === 0) return undefined;
  const index = nearestCurve(curves, at);
  return leadWire(wire, bendsOf(wire).toSpliced(index, 0, at)) ? index : undefined;
}

/** A bend in the middle of the longest way between two, with the keyboard. */
export function addBendInMiddle(wire: EdgeId): void {
  const length = ([start, , , end]: Curve) => Math.hypot(end.x - start.x, end.y - start.y);
  const [longest] = curvesOf(wire).toSorted((a, b) => length(b) - length(a));
  const index = longest && addBend(wire, pointOn(longest, 0.5));
  if (index !== undefined) focusBend(wire, index);
}

export function removeBend(wire: EdgeId, index: number): void {
  if (!bendsOf(wire)[index]) return;
  const left = bendsOf(wire).toSpliced(index, 1);
  if (leadWire(wire, left)) announce(message('canvas.announce-bend-removed', { count: left.length }));
}

/** Takes all bends away from these wires. */
export function straighten(wires: Iterable<EdgeId>): void {
  const edits = [...wires].flatMap((edge): Edit[] =>
    bendsOf(edge).length > 0 ? [{ type: 'set-via', edge, via: [] }] : [],
  );
  doEdits(success(edits), { label: message('canvas.straighten') });
}

/** The way of a wire as it is drawn; empty where it is not. */
export function curvesOf(wire: EdgeId): readonly Curve[] {
  const [from, to] = endsOf(wire);
  return from && to ? curvesThrough([from, ...bendsOf(wire), to]) : [];
}

/** The middles of the sockets that a wire joins. */
export function endsOf(wire: EdgeId): readonly Position[] {
  const flow = shownFlow();
  const edge: FlowEdge | undefined = flow?.getEdge(wire);
  if (!flow || !edge) return [];
  const ends = [
    { node: flow.getInternalNode(edge.source), side: 'source', handle: edge.sourceHandle },
    { node: flow.getInternalNode(edge.target), side: 'target', handle: edge.targetHandle },
  ] as const;
  return ends.flatMap(({ node, side, handle }) => {
    const bounds = node?.internals.handleBounds?.[side]?.find(({ id }) => id === handle);
    if (!node || !bounds) return [];
    const { x, y } = node.internals.positionAbsolute;
    return [{ x: x + bounds.x + bounds.width / 2, y: y + bounds.y + bounds.height / 2 }];
  });
}

/** Gives a bend the keyboard, or the canvas where it has none. One that was just added is drawn only then. */
export function focusBend(wire: EdgeId, index: number, tries = 10): void {
  if (index < 0) {
    focusCanvas();
    return;
  }
  const bends = `.react-flow__edge[data-id="${CSS.escape(wire)}"] [data-bend="${index}"]`;
  const element = document.querySelector<SVGElement>(bends);
  if (element) element.focus({ preventScroll: true });
  else if (tries > 0) requestAnimationFrame(() => focusBend(wire, index, tries - 1));
}

const rounded = ({ x, y, ...unknown }: Position): Position => ({
  ...unknown,
  x: Math.round(x),
  y: Math.round(y),
});
