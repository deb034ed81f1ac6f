import { duplicateThings, type PasteOptions } from '../../../graph/gestures/paste.ts';
import { message } from '../../../language/message.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import { act, openDocument } from '../../state/editor.ts';
import { refuse } from '../../state/notices.ts';
import { announce } from '../announce.tsx';
import { selectedThings, selectThings } from '../selected-things.ts';
import { sayLinks } from './say-links.ts';

/** The selection once more, a little aside; with `keepOuterLinks` wired to what the first is wired to. */
export function duplicateSelection(options: PasteOptions = {}): void {
  const copies = duplicateThings(openDocument(), nodeKinds, selectedThings(), options);
  const done = copies.ok ? act(copies.value.edits, { label: message('canvas.duplicate') }) : copies;
  if (!done.ok || !copies.ok) {
    if (!done.ok) refuse(done.reason);
    return;
  }
  selectThings(copies.value.things);
  sayLinks(copies.value);
  announce(message('canvas.announce-pasted', { count: copies.value.things.length }));
}
