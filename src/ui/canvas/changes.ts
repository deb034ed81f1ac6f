/** What React Flow tells of selection, as our selection. */
import type { EdgeChange, NodeChange } from '@xyflow/react';
import { own } from '../../graph/own.ts';
import { openDocument, select, useEditor } from '../state/editor.ts';
import type { FlowEdge, FlowThing } from './flow-graph.ts';
import { thingOf } from './flow-id.ts';

export function selectChangedThings(changes: readonly NodeChange<FlowThing>[]): void {
  const changed = changes.filter(({ type }) => type === 'select');
  if (changed.length === 0) return;
  const { selection } = useEditor.getState();
  const sets = {
    node: new Set(selection.nodes),
    frame: new Set(selection.frames),
    note: new Set(selection.notes),
  };
  const { nodes, frames = {}, notes = {} } = openDocument();
  const records = { node: nodes, frame: frames, note: notes };
  for (const change of changed) {
    if (change.type !== 'select') continue;
    const { type, id } = thingOf(change.id);
    if (change.selected && own<object>(records[type], id)) sets[type].add(id);
    else sets[type].delete(id);
  }
  select({ ...selection, nodes: sets.node, frames: sets.frame, notes: sets.note });
}

export function selectChangedWires(changes: readonly EdgeChange<FlowEdge>[]): void {
  const changed = changes.filter(({ type }) => type === 'select');
  if (changed.length === 0) return;
  const { selection } = useEditor.getState();
  const edges = new Set(selection.edges);
  for (const change of changed) {
    if (change.type !== 'select') continue;
    if (change.selected && own(openDocument().edges, change.id)) edges.add(change.id);
    else edges.delete(change.id);
  }
  select({ ...selection, edges });
}
