/** What is open, or what is selected in it, as a preset with its picture. */

import { applyEdits } from '../../graph/apply.ts';
import type { GraphDocument } from '../../graph/document.ts';
import { frameThings, withContents } from '../../graph/gestures/frame.ts';
import { includedImage } from '../../graph/share/included-image.ts';
import {
  type Preset,
  type PresetWords,
  presetOfDocument,
  presetOfSelection,
} from '../../graph/share/preset.ts';
import { type Result, success } from '../../language/result.ts';
import { flowId } from '../canvas/flow-id.ts';
import { placedThings } from '../canvas/placed-things.ts';
import { selectedThings } from '../canvas/selected-things.ts';
import { flushOpen } from '../documents/open-documents.ts';
import { shelf } from '../documents/the-shelf.ts';
import { small } from '../share/small-pictures.ts';
import { openDocument, useEditor } from '../state/editor.ts';

/** The open graph, with the picture that it has painted so far. */
export async function presetOfOpen(words: PresetWords): Promise<Result<Preset>> {
  const preset = presetOfDocument({ ...openDocument(), title: words.title }, words);
  const thumbnail = await pictureOfOpen().catch(() => undefined);
  return success(thumbnail === undefined ? preset : { ...preset, thumbnail });
}

async function pictureOfOpen(): Promise<string | undefined> {
  await flushOpen();
  const kept = await shelf().document(useEditor.getState().id);
  const jpeg = kept?.thumbnail && (await small(kept.thumbnail, 256, 0.85));
  return jpeg && includedImage(jpeg);
}

/** What is selected, with what lies in selected frames, as a group with the preset's name. */
export function presetOfSelected(words: PresetWords): Result<Preset> {
  const placed = placedThings();
  const things = withContents(selectedThings(), placed);
  const document = openDocument();
  const isGroup = things.length < 2 || things.some(({ type }) => type === 'frame');
  if (isGroup) return presetOfSelection(document, things, words);
  const ids = new Set(things.map(flowId));
  const around = placed.filter(({ thing }) => ids.has(flowId(thing)));
  const framed = frameThings(document, around, { title: words.title, colour: 'grey' });
  const grouped = framed.ok ? applyEdits(document, framed.value.edits) : framed;
  if (!framed.ok || !grouped.ok) return presetOfSelection(document, things, words);
  return presetOfSelection(
    grouped.value satisfies GraphDocument,
    [...things, { type: 'frame', id: framed.value.id }],
    words,
  );
}
