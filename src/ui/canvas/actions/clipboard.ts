/**
 * Copy, cut and paste. What is copied is the text of a graph file, so it goes to another window, into a message, and
 * back. The keys reach the clipboard by its own events; a menu has to ask, and may be refused: then what was copied
 * in this window is still at hand.
 */

import { copyFragment, pasteFragment } from '../../../graph/gestures/paste.ts';
import type { Thing } from '../../../graph/gestures/thing.ts';
import { message } from '../../../language/message.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import { act, openDocument } from '../../state/editor.ts';
import { note, refuse } from '../../state/notices.ts';
import { announce } from '../announce.tsx';
import { flowElement, placeAtHand, shownFlow } from '../flow.ts';
import { flowId } from '../flow-id.ts';
import { selectedThings, selectThings } from '../selected-things.ts';
import { deleteSelection } from './delete.ts';
import { sayLinks } from './say-links.ts';
import { zoomToSelection } from './view.ts';

let copied = '';

/** What is selected, as text; nothing where nothing is. */
export function selectionAsText(): string | undefined {
  const things = selectedThings();
  if (things.length === 0) return undefined;
  copied = copyFragment(openDocument(), things);
  announce(message('canvas.announce-copied', { count: things.length }));
  return copied;
}

export async function copySelection(): Promise<void> {
  const text = selectionAsText();
  if (text === undefined) return refuse(message('gesture.nothing-selected'));
  await navigator.clipboard?.writeText(text).catch(() => {
    // It is at hand in this window.
  });
}

export async function cutSelection(): Promise<void> {
  await copySelection();
  if (selectedThings().length > 0) deleteSelection();
}

export interface PasteChoices {
  /** The wires to what stood around the copied are made again, where that is there and has room. */
  readonly keepOuterLinks?: boolean;
}

export async function paste(choices: PasteChoices = {}): Promise<void> {
  const text = await navigator.clipboard?.readText().catch(() => copied);
  pasteText(text || copied, choices);
}

/** Puts the graph in `text` on the canvas, its upper left corner where the pointer is, and selects it. */
export function pasteText(text: string, choices: PasteChoices = {}): void {
  if (!looksLikeGraph(text)) {
    refuse(message('canvas.nothing-to-paste'));
    return;
  }
  const at = shownFlow()?.screenToFlowPosition({ ...placeAtHand() }, { snapToGrid: false }) ?? { x: 0, y: 0 };
  const to = { x: Math.round(at.x), y: Math.round(at.y) };
  const pasted = pasteFragment(openDocument(), nodeKinds, text, to, choices);
  if (!pasted.ok) {
    refuse(pasted.reason);
    return;
  }
  const { edits, things, repairs } = pasted.value;
  const done = act(edits, { label: message('canvas.paste') });
  if (!done.ok) {
    refuse(done.reason);
    return;
  }
  selectThings(things);
  for (const repair of repairs) note(repair);
  sayLinks(pasted.value);
  announce(message('canvas.announce-pasted', { count: things.length }));
  requestAnimationFrame(() => showIfHidden(things));
}

/** What was pasted larger than the canvas shows is shown whole. */
function showIfHidden(things: readonly Thing[]): void {
  const canvas = document.querySelector('.react-flow')?.getBoundingClientRect();
  const isHidden = things.some(thing => {
    const box = flowElement(flowId(thing))?.getBoundingClientRect();
    return (
      !box ||
      !canvas ||
      box.left < canvas.left ||
      box.right > canvas.right ||
      box.top < canvas.top ||
      box.bottom > canvas.bottom
    );
  });
  if (isHidden) zoomToSelection();
}

/** A graph file is JSON, perhaps with comments before it. */
export const looksLikeGraph = (text: string): boolean => /^\s*(\{|\/[/*])/.test(text);
