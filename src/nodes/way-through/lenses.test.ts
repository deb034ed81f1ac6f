/** Lenses on loss terms, against numbers that were come by in other ways. */
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Backend } from '../../runtime/execute/backend.ts';
import type { LensReading, LensWish } from '../../runtime/lenses/kinds.ts';
import type { LensReport } from '../../runtime/lenses/open-lenses.ts';
import { openForTest } from '../../runtime/testing/backends.ts';
import { gatys } from '../testing/graphs.ts';
import { openStudio, type Studio } from '../testing/studio.ts';

let backend: Backend;
let studio: Studio;
let reports: LensReport[];

beforeAll(async () => {
  backend = await openForTest('cpu');
});
afterAll(() => backend.dispose());

beforeEach(() => {
  reports = [];
  studio = openStudio(backend, { measured: report => reports.push(report) });
});
afterEach(() => studio.session.dispose());

const graph = gatys({ optimiser: { iterations: 2 } });

/** What a lens sees of what is there now. */
async function seen<W extends LensWish>(
  wish: W,
): Promise<Extract<LensReading, { readonly kind: W['kind'] }>> {
  studio.session.lenses.open(1, wish);
  await studio.session.rest();
  studio.session.lenses.close(1);
  const report = reports.at(-1);
  if (report?.type !== 'reading') throw new Error(`No reading, but ${JSON.stringify(report)}`);
  return report.reading as Extract<LensReading, { readonly kind: W['kind'] }>;
}

const wish = { kind: 'balance', optimiser: 'optimiser', by: 'losses' } as const;

/** Kernels that the backend has run while `during` went on. */
async function kernelsRun(during: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(tf.engine(), 'runKernel');
  await during();
  const count = spy.mock.calls.length;
  spy.mockRestore();
  return count;
}

test('the balance meter tells each loss as the painting tells it, and how hard it pulls', async () => {
  await studio.edited(graph);
  const { pulls, iteration } = await seen(wish);
  expect(iteration).toBe(2);
  const from = studio.events.length;
  studio.session.step();
  await studio.session.rest();
  // An iteration tells the losses at the picture that it started from.
  const told = studio.events.slice(from).find(event => event.type === 'iteration');
  if (told?.type !== 'iteration') throw new Error('no iteration');
  const weighted = (loss: string) =>
    told.terms
      .filter(({ name }) => name.startsWith(loss))
      .reduce((sum, { value, weight }) => sum + value * weight, 0);
  for (const { name, loss } of pulls) expect(loss).toBeCloseTo(weighted(name), 5);
  expect(pulls.map(({ name }) => name)).toEqual(['content', 'style', 'variation']);
  expect(pulls.every(({ length }) => length > 0)).toBe(true);
});

test('a lens that is closed costs nothing: the same ops are run as where none was ever open', async () => {
  await studio.edited(gatys({ optimiser: { iterations: 1 } }));
  const never = await kernelsRun(() => studio.edited(graph));
  await studio.session.dispose();
  studio = openStudio(backend, { measured: report => reports.push(report) });
  await studio.edited(gatys({ optimiser: { iterations: 1 } }));
  const looking = await kernelsRun(() => seen(wish));
  expect(looking).toBeGreaterThan(0);
  expect(await kernelsRun(() => studio.edited(graph))).toBe(never);
});

test('R5 what a lens has looked at leaves nothing behind', async () => {
  await studio.edited(graph);
  const before = tf.memory().numTensors;
  await seen(wish);
  await seen({ ...wish, by: 'terms' });
  expect(tf.memory().numTensors).toBe(before);
});

test('R10 while it paints, a lens that nobody takes looks once, and the painting goes on to its end', async () => {
  studio.session.lenses.open(1, wish);
  await studio.edited(gatys({ optimiser: { iterations: 8 } }));
  expect(reports.filter(({ type }) => type === 'reading').length).toBeLessThanOrEqual(1);
  expect(studio.session.runs.get('optimiser')?.state).toBe('done');
});

test('a lens that is taken sees the painting as it is when it has come to rest', async () => {
  studio.session.lenses.open(1, wish);
  await studio.edited(graph);
  studio.session.lenses.taken(1);
  await studio.session.rest();
  studio.session.lenses.taken(1);
  await studio.session.rest();
  const last = reports.at(-1);
  expect(last?.type === 'reading' && last.reading).toMatchObject({ kind: 'balance', iteration: 2 });
});
