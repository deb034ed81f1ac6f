import type { Position } from '../../../graph/document.ts';
import { freeName } from '../../../graph/name.ts';
import { message } from '../../../language/message.ts';
import { success } from '../../../language/result.ts';
import { openDocument, select } from '../../state/editor.ts';
import { startWriting } from '../annotations/writing.ts';
import { doEdits } from '../do-edits.ts';
import { placeAtHand, shownFlow } from '../flow.ts';
import { flowId } from '../flow-id.ts';
import { freePlace } from '../free-place.ts';

const size = { width: 240, height: 120 };

/** Adds a note, at a place of the canvas or where the pointer is, and lets the person write. */
export function addNote(at?: Position): void {
  const hand = placeAtHand();
  const position = freePlace(
    at ?? shownFlow()?.screenToFlowPosition({ ...hand }, { snapToGrid: false }) ?? { x: 0, y: 0 },
    size,
  );
  const id = freeName('note', name => Object.hasOwn(openDocument().notes ?? {}, name));
  const edit = { type: 'add-note', id, note: { text: '', position, size } } as const;
  if (!doEdits(success([edit]), { label: message('canvas.add-note') })) return;
  select({ notes: new Set([id]) });
  startWriting(flowId({ type: 'note', id }));
}
