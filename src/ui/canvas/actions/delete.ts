import { applyEdits } from '../../../graph/apply.ts';
import type { Edit } from '../../../graph/edit.ts';
import { deleteThings } from '../../../graph/gestures/delete.ts';
import { idsOf } from '../../../graph/gestures/thing.ts';
import { own } from '../../../graph/own.ts';
import { message } from '../../../language/message.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import { act, openDocument, useEditor } from '../../state/editor.ts';
import { refuse } from '../../state/notices.ts';
import { announce } from '../announce.tsx';
import { focusCanvas } from '../flow.ts';
import { selectedThings } from '../selected-things.ts';

/** Deletes what is selected. The gap that a node leaves is healed where types allow, unless that is not wanted. */
export function deleteSelection({ heals = true }: { readonly heals?: boolean } = {}): void {
  const things = selectedThings();
  const document = openDocument();
  const nodes = idsOf(things, 'node');
  // A wire of a node that goes too is not deleted but healed.
  const wires = [...useEditor.getState().selection.edges].flatMap((id): Edit[] => {
    const edge = own(document.edges, id);
    const goesAnyway = !edge || nodes.has(edge.from.node) || nodes.has(edge.to.node);
    return goesAnyway ? [] : [{ type: 'remove-edge', id }];
  });
  const without = applyEdits(document, wires);
  if (!without.ok) {
    refuse(without.reason);
    return;
  }
  const deleted = deleteThings(without.value, nodeKinds, things);
  const edits = [...wires, ...deleted.filter(({ type }) => heals || type !== 'add-edge')];
  if (edits.length === 0) {
    refuse(message('gesture.nothing-selected'));
    return;
  }
  const count = things.length + wires.length;
  const done = act(edits, { label: message('canvas.delete') });
  if (!done.ok) {
    refuse(done.reason);
    return;
  }
  announce(message('canvas.announce-deleted', { count }));
  focusCanvas();
}
