import { frameThings } from '../../../graph/gestures/frame.ts';
import { message } from '../../../language/message.ts';
import { success } from '../../../language/result.ts';
import { openDocument, select } from '../../state/editor.ts';
import { refuse } from '../../state/notices.ts';
import { startWriting } from '../annotations/writing.ts';
import { doEdits } from '../do-edits.ts';
import { flowId } from '../flow-id.ts';
import { placedThings } from '../placed-things.ts';
import { selectedThings } from '../selected-things.ts';

/** Draws a frame around what is selected, and asks for its title. */
export function groupSelection(): void {
  const ids = new Set(selectedThings().map(flowId));
  const placed = placedThings().filter(({ thing }) => ids.has(flowId(thing)));
  const framed = frameThings(openDocument(), placed, { title: '', colour: 'grey' });
  if (!framed.ok) {
    refuse(framed.reason);
    return;
  }
  const { id, edits } = framed.value;
  if (!doEdits(success(edits), { label: message('canvas.group') })) return;
  select({ frames: new Set([id]) });
  startWriting(flowId({ type: 'frame', id }));
}
