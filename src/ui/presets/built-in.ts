/** The presets that ship: their words and pictures at once, their graphs when they are asked for. */
import { type PresetWords, presetCatalogue } from '../../../presets/catalogue.ts';
import { parseDocument } from '../../graph/file/parse.ts';
import { newDocument } from '../documents/open-documents.ts';
import { titlesIn } from '../documents/titles-in.ts';
import { useSettings } from '../state/settings.ts';

const graphs = import.meta.glob<string>('../../../presets/*.gramarye.json', {
  query: '?raw',
  import: 'default',
});

const pictures = import.meta.glob<string>('../../../presets/thumbnails/*.webp', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

/** Where the picture is that a preset paints. */
export const thumbnailOf = (name: string): string | undefined =>
  pictures[`../../../presets/thumbnails/${name}.webp`];

const pathOf = (name: string): string => `../../../presets/${name}.gramarye.json`;

export const builtInPresets: readonly PresetWords[] = presetCatalogue.filter(
  ({ name }) => pathOf(name) in graphs,
);

/** Opens the preset `name` as a new document, called as the page speaks. */
export async function openBuiltIn({ name, title }: PresetWords): Promise<void> {
  const text = await graphs[pathOf(name)]?.();
  const opened = text === undefined ? undefined : parseDocument(text);
  if (!opened?.ok) throw new Error(`The preset ${name} that ships cannot be opened.`);
  const { language } = useSettings.getState();
  await newDocument({ ...titlesIn(opened.value.document, language), title: title[language] });
}
