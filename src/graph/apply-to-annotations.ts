/** Edits of frames and notes, applied to a draft. The records are there only while something is in them. */
import type { Draft } from 'immer';
import { castDraft } from 'immer';
import { type Message, message } from '../language/message.ts';
import { mostFrames, mostNotes, refuseFrame, refuseNote } from './annotations.ts';
import type { GraphDocument, Position, Size } from './document.ts';
import type { AnnotationEdit, Edit } from './edit.ts';
import { isName } from './name.ts';
import { own } from './own.ts';
import { suggestion } from './refusals.ts';
import { unstorablePart } from './storable.ts';

type DraftDocument = Draft<GraphDocument>;

export const isAnnotationEdit = (edit: Edit): edit is AnnotationEdit =>
  edit.type.endsWith('-frame') || edit.type.endsWith('-note');

/** Changes the draft by one edit, or says why it cannot be. */
export function applyToAnnotations(document: DraftDocument, edit: AnnotationEdit): Message | undefined {
  switch (edit.type) {
    case 'add-frame': {
      document.frames ??= {};
      const refusal = refuseNew(document.frames, edit.id, mostFrames);
      if (refusal) return refusal;
      document.frames[edit.id] = castDraft(edit.frame);
      return refuseFrame(edit.id, edit.frame) ?? unstorable(edit.id, edit.frame);
    }
    case 'add-note': {
      document.notes ??= {};
      const refusal = refuseNew(document.notes, edit.id, mostNotes);
      if (refusal) return refusal;
      document.notes[edit.id] = castDraft(edit.note);
      return refuseNote(edit.id, edit.note) ?? unstorable(edit.id, edit.note);
    }
    case 'change-frame': {
      const frame = own(document.frames ?? {}, edit.id);
      if (!frame) return unknown('unknown-frame', document.frames, edit.id);
      const { title, colour, ...place } = edit.changes;
      if (title !== undefined) frame.title = title;
      if (colour !== undefined) frame.colour = colour;
      put(frame, place);
      return refuseFrame(edit.id, frame);
    }
    case 'change-note': {
      const note = own(document.notes ?? {}, edit.id);
      if (!note) return unknown('unknown-note', document.notes, edit.id);
      const { text, colour, ...place } = edit.changes;
      if (text !== undefined) note.text = text;
      if (colour === 'none') delete note.colour;
      else if (colour !== undefined) note.colour = colour;
      put(note, place);
      return refuseNote(edit.id, note);
    }
    case 'remove-frame':
      if (!own(document.frames ?? {}, edit.id)) return unknown('unknown-frame', document.frames, edit.id);
      delete document.frames?.[edit.id];
      if (isEmpty(document.frames)) delete document.frames;
      return undefined;
    case 'remove-note':
      if (!own(document.notes ?? {}, edit.id)) return unknown('unknown-note', document.notes, edit.id);
      delete document.notes?.[edit.id];
      if (isEmpty(document.notes)) delete document.notes;
      return undefined;
  }
}

/** In place: fields that nobody knows stay (rule D1). */
function put(
  thing: Draft<{ position: Position; size: Size }>,
  { position, size }: { readonly position?: Position; readonly size?: Size },
): void {
  if (position) Object.assign(thing.position, { x: position.x, y: position.y });
  if (size) Object.assign(thing.size, { width: size.width, height: size.height });
}

function refuseNew(held: object, id: string, limit: number): Message | undefined {
  if (!isName(id)) return message('bad-name', { name: id });
  if (Object.hasOwn(held, id)) return message('name-taken', { name: id });
  return Object.keys(held).length >= limit ? message('too-many-annotations', { limit }) : undefined;
}

const unknown = (what: 'unknown-frame' | 'unknown-note', held: object | undefined, id: string): Message =>
  message(what, { id, hint: suggestion(id, Object.keys(held ?? {})) });

const isEmpty = (record: object | undefined): boolean => Object.keys(record ?? {}).length === 0;

function unstorable(where: string, value: unknown): Message | undefined {
  const unfit = unstorablePart(value);
  return unfit && message('not-storable', { where, value: String(unfit.part) });
}
