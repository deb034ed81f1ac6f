import { expect, test } from 'vitest';
import { nodeKinds } from '../../../nodes/registry.ts';
import { guideLinksIn } from '../guide-link.ts';
import { entriesOfKind, glossary, glossaryEntry } from './glossary.ts';

const named = glossary.map(entry => [entry.id, entry] as const);

test('no two entries share an id or a name', () => {
  for (const names of [glossary.map(({ id }) => id), glossary.map(({ term }) => term.zh)]) {
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  }
});

test.each(named)(
  '%s links to the same words in both languages, and none of them leads nowhere',
  (_, { text, kinds }) => {
    const [english, chinese] = [guideLinksIn(text.en), guideLinksIn(text.zh)];
    const ids = (links: typeof english) => new Set(links.map(link => JSON.stringify(link)));
    expect(ids(chinese)).toEqual(ids(english));
    for (const link of english) {
      if (link.type === 'term') expect(glossaryEntry(link.id), link.id).toBeDefined();
      if (link.type === 'node') expect(nodeKinds.get(link.kind), link.kind).toBeDefined();
    }
    expect((kinds ?? []).filter(kind => !nodeKinds.get(kind))).toEqual([]);
  },
);

test('every Markdown link of the glossary is one that stays in the page', () => {
  for (const { text } of glossary) {
    for (const said of [text.en, text.zh]) {
      expect(guideLinksIn(said).length).toBe([...said.matchAll(/\]\(/g)].length);
    }
  }
});

test('the kinds that the method of Gatys takes are each explained by words', () => {
  for (const kind of [
    'encoder',
    'layer-taps',
    'gram-matrix',
    'content-loss',
    'style-loss',
    'picture',
    'optimiser',
  ]) {
    expect(entriesOfKind(kind).length, kind).toBeGreaterThan(0);
  }
});
