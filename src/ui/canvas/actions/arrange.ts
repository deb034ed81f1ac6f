/** Automatic layout by elk, in a worker of its own that is loaded when it is first asked for. */
import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js';
import type { GraphDocument, NodeId } from '../../../graph/document.ts';
import type { Edit } from '../../../graph/edit.ts';
import { frameThings } from '../../../graph/gestures/frame.ts';
import { type Box, contains, type Placed } from '../../../graph/gestures/thing.ts';
import { message } from '../../../language/message.ts';
import { success } from '../../../language/result.ts';
import { openDocument, useEditor } from '../../state/editor.ts';
import { note } from '../../state/notices.ts';
import { doEdits } from '../do-edits.ts';
import { placedThings } from '../placed-things.ts';
import { layoutInput } from './layout-input.ts';
import { zoomToFit } from './view.ts';

let elk: Promise<ELK> | undefined;

async function openElk(): Promise<ELK> {
  const [{ default: Elk }, { default: workerUrl }] = await Promise.all([
    import('elkjs/lib/elk-api.js'),
    import('elkjs/lib/elk-worker.min.js?url'),
  ]);
  return new Elk({ workerUrl });
}

/** Arranges the selected nodes, or all where fewer than two are selected; frames follow what lies in them. */
export async function arrange(): Promise<void> {
  const { nodes: selected } = useEditor.getState().selection;
  const placed = placedThings();
  const nodes = placed.filter(
    ({ thing }) => thing.type === 'node' && (selected.size < 2 || selected.has(thing.id)),
  );
  const document = openDocument();
  elk ??= openElk();
  let arranged: ElkNode;
  try {
    arranged = await (await elk).layout(layoutInput(document, nodes));
  } catch {
    elk = undefined;
    note(message('canvas.not-arranged'));
    return;
  }
  // The layout was made for a graph that is another by now.
  if (openDocument() !== document) return;
  const moved = movedBoxes(nodes, arranged);
  const edits = [...moveEdits(document, moved), ...frameEdits(document, placed, moved)];
  if (doEdits(success(edits), { label: message('canvas.arrange') }) && selected.size < 2) {
    requestAnimationFrame(zoomToFit);
  }
}

/** Where the nodes stand afterwards: as a whole where they stood before. */
function movedBoxes(nodes: readonly Placed[], arranged: ElkNode): ReadonlyMap<NodeId, Box> {
  const left = Math.min(...nodes.map(({ box }) => box.x));
  const top = Math.min(...nodes.map(({ box }) => box.y));
  const children = arranged.children ?? [];
  const elkLeft = Math.min(...children.map(({ x = 0 }) => x));
  const elkTop = Math.min(...children.map(({ y = 0 }) => y));
  const boxes = new Map(nodes.map(({ thing, box }) => [thing.id, box]));
  return new Map(
    children.flatMap(({ id, x = 0, y = 0 }) => {
      const box = boxes.get(id);
      const at = { x: Math.round(left + x - elkLeft), y: Math.round(top + y - elkTop) };
      return box ? [[id, { ...box, ...at }] as const] : [];
    }),
  );
}

function moveEdits(document: GraphDocument, moved: ReadonlyMap<NodeId, Box>): readonly Edit[] {
  const moves = [...moved].map(([id, { x, y }]): Edit => ({ type: 'move-node', id, position: { x, y } }));
  const straightened = Object.entries(document.edges).flatMap(([edge, { from, to, via }]): Edit[] =>
    via && (moved.has(from.node) || moved.has(to.node)) ? [{ type: 'set-via', edge, via: [] }] : [],
  );
  return [...moves, ...straightened];
}

/** Frames around what they held before. */
function frameEdits(
  document: GraphDocument,
  placed: readonly Placed[],
  moved: ReadonlyMap<NodeId, Box>,
): readonly Edit[] {
  const nodes = placed.filter(({ thing }) => thing.type === 'node');
  return placed.flatMap(({ thing, box }): Edit[] => {
    const held = nodes.filter(node => thing.type === 'frame' && contains(box, node.box));
    if (!held.some(node => moved.has(node.thing.id))) return [];
    const after = held.map(node => ({ ...node, box: moved.get(node.thing.id) ?? node.box }));
    const framed = frameThings(document, after, { title: '', colour: 'grey' });
    if (!framed.ok) return [];
    return framed.value.edits.flatMap((edit): Edit[] => {
      if (edit.type !== 'add-frame') return [];
      const { position, size } = edit.frame;
      return [{ type: 'change-frame', id: thing.id, changes: { position, size } }];
    });
  });
}
