import { idsOf, type Thing } from '../../graph/gestures/thing.ts';
import { select, useEditor } from '../state/editor.ts';

/** The nodes, frames and notes that are selected. */
export function selectedThings(): readonly Thing[] {
  const { nodes, frames, notes } = useEditor.getState().selection;
  const things = (type: Thing['type'], ids: ReadonlySet<string>) =>
    [...ids].map((id): Thing => ({ type, id }));
  return [...things('node', nodes), ...things('frame', frames), ...things('note', notes)];
}

/** Selects these and nothing else. */
export function selectThings(things: readonly Thing[]): void {
  select({ nodes: idsOf(things, 'node'), frames: idsOf(things, 'frame'), notes: idsOf(things, 'note') });
}
