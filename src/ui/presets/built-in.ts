/** The presets that ship: their words and pictures at once, their graphs when they are asked for. */
import { type PresetWords, presetCatalogue } from '../../../presets/catalogue.ts';
import { newDocument } from '../documents/open-documents.ts';
import { useSettings } from '../state/settings.ts';
import { graphOfBuiltIn, hasGraph } from './built-in-graphs.ts';

const pictures = import.meta.glob<string>('../../../presets/thumbnails/*.webp', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

/** Where the picture is that a preset paints. */
export const thumbnailOf = (name: string): string | undefined =>
  pictures[`../../../presets/thumbnails/${name}.webp`];

export const builtInPresets: readonly PresetWords[] = presetCatalogue.filter(({ name }) => hasGraph(name));

/** Opens the preset `name` as a new document, called as the page speaks. */
export async function openBuiltIn({ name }: PresetWords): Promise<void> {
  const document = await graphOfBuiltIn(name, useSettings.getState().language);
  if (document) await newDocument(document);
}
