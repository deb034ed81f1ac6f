/** What is painted: the preset `gatys` with the encoder that ships, for longer than any measurement takes. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from '../../../src/cli/files/package-folder.ts';
import { adjust, type GraphDocument, nodeKinds, parseDocument } from '../../../src/index.ts';

/** @param side Pixels of the longer side, of content and style alike. */
export async function openPreset(side: number): Promise<GraphDocument> {
  const text = await readFile(join(packageFolder(), 'presets/gatys.gramarye.json'), 'utf8');
  const opened = parseDocument(text);
  if (!opened.ok) throw new Error(opened.reason[0]?.reason.id);
  const adjusted = adjust(opened.value.document, nodeKinds, {
    encoder: 'lite',
    size: side,
    iterations: 100_000,
  });
  if (!adjusted.ok) throw new Error(adjusted.reason[0]?.reason.id);
  return adjusted.value;
}
