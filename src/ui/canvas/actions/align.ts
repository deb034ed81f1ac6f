import { type Alignment, align, distribute } from '../../../graph/gestures/align.ts';
import type { Placed } from '../../../graph/gestures/thing.ts';
import { message } from '../../../language/message.ts';
import { success } from '../../../language/result.ts';
import { doEdits } from '../do-edits.ts';
import { flowId } from '../flow-id.ts';
import { placedThings } from '../placed-things.ts';
import { selectedThings } from '../selected-things.ts';

export function alignSelection(alignment: Alignment): void {
  doEdits(success(align(chosen(), alignment)), { label: message('canvas.align') });
}

/** Equal gaps between the selected things. */
export function distributeSelection(direction: 'horizontally' | 'vertically'): void {
  doEdits(success(distribute(chosen(), direction)), { label: message('canvas.distribute') });
}

function chosen(): readonly Placed[] {
  const ids = new Set(selectedThings().map(flowId));
  return placedThings().filter(({ thing }) => ids.has(flowId(thing)));
}
