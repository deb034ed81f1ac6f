/** An own preset put to use: a graph is opened as a new document, a part is put into the one that is open. */
import type { Position } from '../../graph/document.ts';
import { pasteFragment } from '../../graph/gestures/paste.ts';
import { boxAround } from '../../graph/gestures/thing.ts';
import { message } from '../../language/message.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { zoomToSelection } from '../canvas/actions/view.ts';
import { announce } from '../canvas/announce.tsx';
import { shownFlow } from '../canvas/flow.ts';
import { placedThings } from '../canvas/placed-things.ts';
import { selectThings } from '../canvas/selected-things.ts';
import { openGraphText } from '../documents/files.ts';
import { act, openDocument } from '../state/editor.ts';
import { note, refuse } from '../state/notices.ts';
import type { OwnPreset } from './own-presets.ts';

export async function takePreset(preset: OwnPreset): Promise<void> {
  if (preset.of === 'graph') await openGraphText(preset.graph, preset.title);
  else insertPreset(preset);
}

/**
 * Puts a part into the open graph and selects it, with the wires that it had from outside wherever what fed them is
 * there as well.
 *
 * @param at On the screen; without it, below the graph.
 */
export function insertPreset({ graph, title }: OwnPreset, at?: Position): void {
  const position = placeOnCanvas(at);
  const pasted = pasteFragment(openDocument(), nodeKinds, graph, position, { keepOuterLinks: true });
  if (!pasted.ok) {
    refuse(pasted.reason);
    return;
  }
  const { edits, things, repairs } = pasted.value;
  const done = act(edits, { label: message('presets.insert', { title }) });
  if (!done.ok) {
    refuse(done.reason);
    return;
  }
  selectThings(things);
  for (const repair of repairs) note(repair);
  announce(message('canvas.announce-pasted', { count: things.length }));
  requestAnimationFrame(zoomToSelection);
}

/** Where it is wanted, or below everything, so that nothing is covered. */
function placeOnCanvas(at?: Position): Position {
  const place = at && shownFlow()?.screenToFlowPosition({ ...at }, { snapToGrid: false });
  const box = boxAround(placedThings().map(({ box }) => box));
  const { x, y } = place ?? (box ? { x: box.x, y: box.y + box.height + 64 } : { x: 0, y: 0 });
  return { x: Math.round(x), y: Math.round(y) };
}
