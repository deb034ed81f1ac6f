/** What the help has: a page for each kind of node there is, and one for each word of the glossary. */
import type { Text } from '../../language/text.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { groupOf, groups } from '../canvas/node-search/groups.ts';
import { matchWords } from '../canvas/node-search/match-words.ts';
import { comparing } from './glossary/comparing.ts';
import { editing } from './glossary/editing.ts';
import type { GlossaryEntry } from './glossary/entry.ts';
import { painting } from './glossary/painting.ts';
import { seeing } from './glossary/seeing.ts';
import type { HelpPage } from './help-state.ts';

export interface HelpItem {
  readonly page: HelpPage;
  readonly title: Text;
  /** What it says, for the search. */
  readonly detail: readonly string[];
}

export interface HelpSection {
  readonly title: Text;
  readonly items: readonly HelpItem[];
}

const bothOf = ({ en, zh }: Text): readonly string[] => [en, zh];

const nodeSections: readonly HelpSection[] = groups.map(group => ({
  title: { en: `Nodes: ${group.en}`, zh: `节点：${group.zh}` },
  items: nodeKinds.kinds
    .filter(kind => groupOf(kind) === group)
    .map(({ kind, title, summary, documentation, source }) => ({
      page: { type: 'node', kind },
      title,
      detail: [kind, source, ...bothOf(summary), ...bothOf(documentation)],
    })),
}));

const ofEntries = (entries: readonly GlossaryEntry[]): readonly HelpItem[] =>
  entries.map(({ id, term, also = '', text }) => ({
    page: { type: 'term', id },
    title: term,
    detail: [also, ...bothOf(text)],
  }));

export const helpSections: readonly HelpSection[] = [
  { title: { en: 'Words: what an encoder sees', zh: '术语：编码器看到什么' }, items: ofEntries(seeing) },
  { title: { en: 'Words: what is compared', zh: '术语：比较什么' }, items: ofEntries(comparing) },
  { title: { en: 'Words: how it is painted', zh: '术语：如何绘制' }, items: ofEntries(painting) },
  { title: { en: 'Words: graphs and runs', zh: '术语：图与运行' }, items: ofEntries(editing) },
  ...nodeSections,
];

/** What is left when something is searched for: what fits best first, and its section with it. */
export function findHelp(typed: string): readonly HelpSection[] {
  if (typed.trim() === '') return helpSections;
  return helpSections
    .flatMap(({ title, items }) => {
      const scored = items
        .map(item => ({ item, score: matchWords(typed, bothOf(item.title), item.detail) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score);
      const [best] = scored;
      return best ? [{ best: best.score, section: { title, items: scored.map(({ item }) => item) } }] : [];
    })
    .sort((a, b) => b.best - a.best)
    .map(({ section }) => section);
}
