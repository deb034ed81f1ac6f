import type { EdgeId, NodeId } from '../../../graph/document.ts';
import { indexOf, type Wiring } from '../../../graph/document-index.ts';
import { targetKey, wireKey } from '../../../graph/ends.ts';
import { own } from '../../../graph/own.ts';
import { message } from '../../../language/message.ts';
import { openDocument, select, useEditor } from '../../state/editor.ts';
import { refuse } from '../../state/notices.ts';
import { announce } from '../announce.tsx';

/** Whose wires are gone through: once a wire is selected, its node is not. */
let walked: NodeId | undefined;

/** Selects the wires of the selected node, one after another: those that enter it, then those that leave it. */
export function selectNextWire(): void {
  const { nodes, edges } = useEditor.getState().selection;
  const [[node], [wire]] = [nodes, edges];
  walked = node ?? (wire === undefined ? undefined : nodeOf(wire));
  const wires = walked === undefined ? [] : wiresOf(walked);
  const at = wires.findIndex(({ id }) => id === wire) + 1;
  const next = wires[at] ?? wires[0];
  if (!next) {
    refuse(message('canvas.no-wires'));
    return;
  }
  select({ edges: new Set([next.id]) });
  const { from, to } = next.edge;
  const name = `${wireKey(from)} → ${targetKey(to)}`;
  announce(message('canvas.announce-wire', { at: wires.indexOf(next) + 1, count: wires.length, wire: name }));
}

/** The node that was walked, if it has this wire, else the one that it enters. */
function nodeOf(wire: EdgeId): NodeId | undefined {
  const edge = own(openDocument().edges, wire);
  const isWalked = walked !== undefined && (edge?.from.node === walked || edge?.to.node === walked);
  return isWalked ? walked : edge?.to.node;
}

function wiresOf(node: NodeId): readonly Wiring[] {
  const { incoming, outgoing } = indexOf(openDocument());
  return [...(incoming.get(node) ?? []), ...(outgoing.get(node) ?? [])];
}
