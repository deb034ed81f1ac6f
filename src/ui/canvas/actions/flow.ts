import type { Flow } from '../../../graph/document.ts';
import { toggleFlow } from '../../../graph/gestures/set-flow.ts';
import { message } from '../../../language/message.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import { openDocument, useEditor } from '../../state/editor.ts';
import { doEdits } from '../do-edits.ts';

/** The selected nodes give nothing, or give again. */
export const toggleMute = (): void => toggle('muted');

/** The selected nodes hand on what they take, or do their work again. */
export const toggleBypass = (): void => toggle('bypassed');

function toggle(flow: Flow): void {
  const { nodes } = useEditor.getState().selection;
  const edits = toggleFlow(openDocument(), nodeKinds, [...nodes], flow);
  doEdits(edits, { label: message(flow === 'muted' ? 'canvas.mute' : 'canvas.bypass') });
}
