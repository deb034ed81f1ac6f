/** A picture where the person wants it: as a new Image node, or in the place of the one that a node shows. */
import type { NodeId, Position } from '../../graph/document.ts';
import type { Edit } from '../../graph/edit.ts';
import { freeNodeId, newNode } from '../../graph/insertion.ts';
import { nameOfNode } from '../../graph/node-name.ts';
import { own } from '../../graph/own.ts';
import { titleOfPicture } from '../../graph/picture-title.ts';
import { message } from '../../language/message.ts';
import { image } from '../../nodes/image.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { placeAtHand, shownFlow } from '../canvas/flow.ts';
import { act, openDocument, select } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';
import { placeBelow } from './place-below.ts';

/** Between two nodes that come together. */
const column = 240;

/** Adds an Image node for each, from `at` to the right, as one step. */
export function addImageNodes(references: readonly string[], at: Position): void {
  let document = openDocument();
  const edits = references.map((source, n): Extract<Edit, { type: 'add-node' }> => {
    const id = freeNodeId(document, image.kind);
    const node = { ...newNode(image, { x: at.x + n * column, y: at.y }), params: { source } };
    document = { ...document, nodes: { ...document.nodes, [id]: node } };
    return { type: 'add-node', id, node };
  });
  const done = act(edits, { label: message('images.added', { file: references.map(titleOfPicture) }) });
  if (done.ok) select({ nodes: new Set(edits.map(({ id }) => id)) });
  else refuse(done.reason);
}

/** Shows another picture in an Image node, as one step. */
export function exchangeImage(node: NodeId, reference: string): void {
  const edit: Edit = { type: 'set-parameter', node, param: 'source', value: reference };
  const done = act([edit], {
    label: message('images.exchanged', {
      node: nameOfNode(openDocument(), node, nodeKinds),
      file: titleOfPicture(reference),
    }),
  });
  if (!done.ok) refuse(done.reason);
}

export const isImageNode = (id: NodeId): boolean => own(openDocument().nodes, id)?.kind === image.kind;

/** A place of the screen as one of the graph. */
export const placeInGraph = (screen: Position): Position =>
  shownFlow()?.screenToFlowPosition(screen) ?? { x: 0, y: 0 };

/** Where something new belongs that was put nowhere: under the pointer or in the middle of what is seen, or below. */
export function freePlace(): Position {
  const nodes = shownFlow()?.getNodes() ?? [];
  return placeBelow(
    placeInGraph(placeAtHand()),
    nodes.map(({ position, measured }) => ({
      ...position,
      width: measured?.width ?? 0,
      height: measured?.height ?? 0,
    })),
  );
}
