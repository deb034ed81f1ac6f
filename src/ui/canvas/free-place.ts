import type { Position, Size } from '../../graph/document.ts';
import type { Edit } from '../../graph/edit.ts';
import { roomFor } from '../../graph/gestures/room.ts';
import type { Box } from '../../graph/gestures/thing.ts';
import { shownFlow } from './flow.ts';
import type { FlowNode } from './flow-graph.ts';

/** `wished`, or the nearest place where nothing of `size` would cover another node. */
export function freePlace(wished: Position, size: Size): Position {
  const { x, y } = roomFor(size, wished, boxes());
  return { x: Math.round(x), y: Math.round(y) };
}

/** The same edits, with every new node where there is room: whoever made them does not know how large nodes are. */
export function withRoom(edits: readonly Edit[]): readonly Edit[] {
  const placed = boxes();
  return edits.map(edit => {
    if (edit.type !== 'add-node') return edit;
    const size = sizeOf(edit.node.kind);
    const { x, y } = roomFor(size, edit.node.position, placed);
    const position = { x: Math.round(x), y: Math.round(y) };
    placed.push({ ...position, ...size });
    return { ...edit, node: { ...edit.node, position } };
  });
}

const nodes = (): readonly FlowNode[] =>
  (shownFlow()?.getNodes() ?? []).filter((thing): thing is FlowNode => thing.type === 'node');

const boxes = (): Box[] =>
  nodes().map(({ position, measured }) => ({
    ...position,
    width: measured?.width ?? 0,
    height: measured?.height ?? 0,
  }));

/** As large as another of its kind, or as most are. */
function sizeOf(kind: string): Size {
  const { width = 240, height = 220 } = nodes().find(({ data }) => data.node.kind === kind)?.measured ?? {};
  return { width, height };
}
