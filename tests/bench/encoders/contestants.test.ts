import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { tinyModel } from '../../../models/testing/tiny-model.ts';
import { contestant } from './contestants.ts';

const folder = mkdtempSync(join(tmpdir(), 'gramarye-bench-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a model takes the room of its manifest and its shards, and of nothing beside them', () => {
  const files = tinyModel().folder;
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, 'card.md'), 'A card.');
  const bytes = [...files.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
  expect(contestant('tiny', folder)).toEqual({ name: 'tiny', reference: `folder:${folder}`, bytes });
});

test('a random encoder takes none; where there is no model, there is no contestant', () => {
  expect(contestant('random', 'random:7')).toEqual({ name: 'random', reference: 'random:7', bytes: 0 });
  expect(contestant('none', join(folder, 'nowhere'))).toBeUndefined();
});
