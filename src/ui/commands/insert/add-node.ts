import { addNodeEdits } from '../../../graph/add-node.ts';
import type { Position } from '../../../graph/document.ts';
import type { NodeKind } from '../../../graph/kind.ts';
import { message } from '../../../language/message.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import { act, select } from '../../state/editor.ts';
import { refuse } from '../../state/notices.ts';
import type { Command } from '../command.ts';
import type { CommandContext } from '../context.ts';
import { groupOfKind } from './group-of-kind.ts';

/** A command for each kind of node there is. */
export const addNodeCommands: readonly Command[] = nodeKinds.kinds.map(kind => ({
  id: `insert.${kind.kind}`,
  label: kind.title,
  summary: kind.summary,
  place: { menu: 'insert', group: groupOfKind(kind) },
  keywords: { en: `add node insert ${kind.kind}`, zh: '添加 节点 插入' },
  undo: 'step',
  run: context => addNode(kind, context),
}));

function addNode(kind: NodeKind, context: CommandContext): void {
  const position = context.pointed?.at ?? freePlace(context);
  const { id, edits } = addNodeEdits(context.document, nodeKinds, kind, position);
  const added = act(edits, { label: message('command.added', { kind: kind.title }) });
  if (added.ok) select({ nodes: new Set([id]) });
  else refuse(added.reason);
}

const columnWidth = 260;

/** To the right of what is selected, or of everything. */
function freePlace({ document, selection }: CommandContext): Position {
  const chosen = Object.entries(document.nodes).filter(([id]) => selection.nodes.has(id));
  const near = (chosen.length > 0 ? chosen : Object.entries(document.nodes)).map(
    ([, { position }]) => position,
  );
  const right = near.toSorted((a, b) => b.x - a.x)[0];
  return right ? { x: right.x + columnWidth, y: right.y } : { x: 0, y: 0 };
}
