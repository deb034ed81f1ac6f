import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nodeKinds } from '../../src/nodes/registry.ts';
import { captions } from '../../src/ui/help/illustrations/captions.ts';
import { illustrations } from './catalogue.ts';

const folder = new URL('../../src/ui/help/illustrations/', import.meta.url);
/** Runs networks of other people, and none of them ships. */
const without = ['generator'];
const kinds = nodeKinds.kinds
  .map(({ kind }) => kind)
  .filter(kind => !without.includes(kind))
  .sort();

test('every kind of node that can be run as it ships has pictures, and words for them', () => {
  expect(Object.keys(captions).sort()).toEqual(kinds);
  expect(Object.keys(illustrations).sort()).toEqual(kinds);
  const missing = kinds.filter(kind => !existsSync(new URL(`${kind}.webp`, folder)));
  expect(missing).toEqual([]);
});

test('the pictures of a kind are made by graphs that have it', () => {
  for (const [kind, graphs] of Object.entries(illustrations)) {
    const used = graphs.flatMap(({ nodes }) => Object.values(nodes).map(node => node.kind));
    expect(used, kind).toContain(kind);
  }
});
