/** The graphs of the presets that ship, each loaded when it is asked for. */
import { presetCatalogue } from '../../../presets/catalogue.ts';
import type { GraphDocument } from '../../graph/document.ts';
import { parseDocument } from '../../graph/file/parse.ts';
import { own } from '../../graph/own.ts';
import type { Language } from '../../language/text.ts';
import { titlesIn } from '../documents/titles-in.ts';

const graphs = import.meta.glob<string>('../../../presets/*.gramarye.json', {
  query: '?raw',
  import: 'default',
});

const pathOf = (name: string): string => `../../../presets/${name}.gramarye.json`;

export const hasGraph = (name: string): boolean => Object.hasOwn(graphs, pathOf(name));

/** The graph of the preset `name`, called as the page speaks; undefined where none that ships has that name. */
export async function graphOfBuiltIn(name: string, language: Language): Promise<GraphDocument | undefined> {
  const text = await own(graphs, pathOf(name))?.();
  if (text === undefined) return undefined;
  const opened = parseDocument(text);
  if (!opened.ok) throw new Error(`The preset ${name} that ships cannot be opened.`);
  const document = titlesIn(opened.value.document, language);
  const title = presetCatalogue.find(words => words.name === name)?.title[language];
  return title === undefined ? document : { ...document, title };
}
