/** The whole way on wasm, with a tiny encoder and tiny pictures: what is measured, not how long it takes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GraphDocument } from '../../../src/index.ts';
import { openForTest } from '../../../src/runtime/testing/backends.ts';
import { editKinds } from './edits.ts';
import { openPreset } from './preset.ts';
import type { Setup } from './setup.ts';
import { timeEdits } from './time-edits.ts';
import { tinySources } from './tiny-sources.ts';

let setup: Setup;
let preset: GraphDocument;

beforeAll(async () => {
  setup = { backend: await openForTest('wasm'), sources: tinySources() };
  preset = await openPreset(48);
});

afterAll(() => setup.backend.dispose());

test('every kind of edit changes the graph, but for the way back, which ends where it began', () => {
  const kinds = editKinds(preset);
  expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length);
  for (const { before, after } of kinds) expect(after).not.toEqual(before.at(-1));
  const back = kinds.find(({ before }) => before.length > 1);
  expect(back?.after).toEqual(back?.before[0]);
});

test('each kind is timed both ways, and costs what it should', async () => {
  const times = await timeEdits(setup, editKinds(preset), 1);
  for (const { edited, fromNothing } of times) {
    expect(edited).toHaveLength(1);
    expect(fromNothing).toHaveLength(1);
    for (const milliseconds of [...edited, ...fromNothing]) expect(milliseconds).toBeGreaterThan(0);
  }
  const cost = (name: string) => times.find(each => each.name === name);
  expect(cost('node moved')).toMatchObject({ effect: 'none', computed: 0 });
  expect(cost('loss weight')).toMatchObject({ effect: 'live', computed: 0 });
  expect(cost('learning rate')).toMatchObject({ effect: 'live', computed: 0 });
  expect(cost('the style before it again')).toMatchObject({ effect: 'compiled', computed: 0 });
  expect(cost('another style image')).toMatchObject({ effect: 'compiled' });
  expect(cost('another style image')?.computed).toBeGreaterThan(0);
  expect(cost('another size')?.computed).toBeGreaterThan(cost('another style image')?.computed ?? 0);
});
