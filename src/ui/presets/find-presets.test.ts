import { expect, test } from 'vitest';
import { presetCatalogue } from '../../../presets/catalogue.ts';
import { findPresets, type Shown, tagsOf } from './find-presets.ts';

const own: Shown = {
  type: 'own',
  preset: { id: 'a', added: 1, title: 'Ink for maps', summary: '', tags: ['水墨'], of: 'part', graph: '' },
};
const all = [own, ...presetCatalogue.map((preset): Shown => ({ type: 'built-in', preset }))];

const found = (search: string, tag?: string) =>
  findPresets(all, { search, tag }).map(({ type, preset }) => (type === 'own' ? preset.title : preset.name));

test('a preset is found by its words in either language, every word of the search among them', () => {
  expect(found('gatys CONTENT')).toContain('gatys');
  expect(found('两种风格')).toContain('two-styles');
  expect(found('ink maps')).toEqual(['Ink for maps']);
  expect(found('no such thing')).toEqual([]);
  expect(found('')).toHaveLength(all.length);
});

test('a tag narrows what is shown; a person’s own tags stand behind ours', () => {
  expect(found('', 'styles').slice(0, 4)).toEqual([
    'two-styles',
    'keep-the-colours',
    'painted-sky',
    'brushes',
  ]);
  expect(found('', 'systems')).toContain('neural-style');
  expect(found('', 'systems')).not.toContain('gatys');
  expect(found('', 'own')).toEqual(['Ink for maps']);
  expect(found('', '水墨')).toEqual(['Ink for maps']);
  expect([tagsOf(all)[0], tagsOf(all).at(-1)]).toEqual(['own', '水墨']);
  expect(tagsOf(all.slice(1))).not.toContain('own');
});
