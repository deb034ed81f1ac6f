import { message } from '../../../language/message.ts';
import { useEditor } from '../../state/editor.ts';
import { refuse } from '../../state/notices.ts';
import { flowElement, placeAtHand } from '../flow.ts';
import { ask } from '../node-search/node-search-state.ts';

/** Makes a wire without a mouse: which port of the selected node, then where to. */
export function startConnecting(
  node: string | undefined = [...useEditor.getState().selection.nodes][0],
): void {
  if (node === undefined) {
    refuse(message('gesture.nothing-selected'));
    return;
  }
  const box = flowElement(node)?.getBoundingClientRect();
  ask({ type: 'port', node, at: box ? { x: box.right, y: box.top } : placeAtHand() });
}
