/** What a person does with documents in the list: name them, delete them, take that back. */
import { parseDocument } from '../../graph/file/parse.ts';
import { serialiseDocument } from '../../graph/file/serialise.ts';
import { message } from '../../language/message.ts';
import { act } from '../state/editor.ts';
import { note, refuse } from '../state/notices.ts';
import type { KeptDocument } from './kept.ts';
import { flushOpen, isOpen, openAnother, openKept } from './open-documents.ts';
import { randomId } from './random-id.ts';
import { shelf } from './the-shelf.ts';

/** Names a document; the open one by an edit that can be undone. */
export async function renameDocument(kept: KeptDocument, wish: string): Promise<void> {
  const title = wish.trim().slice(0, 200);
  if (isOpen(kept.id)) {
    const label = message('documents.rename');
    const done = act([{ type: 'rename-document', title }], { label });
    if (!done.ok) refuse(done.reason);
    await flushOpen();
    return;
  }
  const read = parseDocument(kept.text);
  if (!read.ok) return;
  const text = serialiseDocument({ ...read.value.document, title });
  const renamed = { ...kept, title, text, changed: Date.now(), revision: randomId() };
  const { type } = await shelf().putDocument(renamed, kept.revision);
  if (type === 'changed-elsewhere') refuse(message('documents.changed-meanwhile'));
}

/** Deletes a document, with a way back for as long as that is offered. */
export async function deleteDocument({ id, title }: KeptDocument, onChanged: () => void): Promise<void> {
  await flushOpen();
  const kept = await shelf().document(id);
  if (!kept) return;
  const wasOpen = isOpen(id);
  if (wasOpen) await openAnother();
  await shelf().removeDocument(id);
  onChanged();
  const putBack = async () => {
    await shelf().putDocument(kept, undefined);
    if (wasOpen) await openKept(id);
    onChanged();
  };
  note(message('documents.deleted', { title: title || message('editor.untitled') }), {
    label: message('documents.undo'),
    run: () => void putBack(),
  });
}
