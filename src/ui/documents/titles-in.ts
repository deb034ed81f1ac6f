import { chineseTitles } from '../../../presets/node-titles.ts';
import type { GraphDocument } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import type { Language } from '../../language/text.ts';

/** A graph that ships, with its nodes called as the page speaks. From then on the titles are the person's own. */
export function titlesIn(document: GraphDocument, language: Language): GraphDocument {
  if (language !== 'zh') return document;
  const nodes = Object.entries(document.nodes).map(([id, node]) => {
    const title = own(chineseTitles, node.title ?? '');
    return [id, title === undefined ? node : { ...node, title }] as const;
  });
  return { ...document, nodes: Object.fromEntries(nodes) };
}
