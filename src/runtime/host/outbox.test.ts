import { expect, test } from 'vitest';
import { Outbox } from './outbox.ts';
import type { Batch, HostEvent } from './protocol.ts';

const iteration = (number: number, optimiser = 'a'): HostEvent => ({
  type: 'iteration',
  optimiser,
  iteration: number,
  until: 9999,
  terms: [],
  total: 0,
});

const report = (milliseconds: number) => ({ state: 'hit', bytes: 0, milliseconds }) as const;

const settled = () => new Promise<void>(resolve => setImmediate(resolve));

function open() {
  const batches: Batch[] = [];
  const outbox = new Outbox(batch => batches.push(batch));
  return { outbox, batches };
}

const iterationsIn = (batch: Batch | undefined) =>
  batch?.events.flatMap(event => (event.type === 'iteration' ? [event.iteration] : [])) ?? [];

test('what is told in one breath goes in one batch, and at once', async () => {
  const { outbox, batches } = open();
  outbox.tell(iteration(1));
  outbox.tell(iteration(2));
  await settled();
  expect(batches.map(iterationsIn)).toEqual([[1, 2]]);
});

test('while the page has not heard a batch no other is sent; then comes all that was told', async () => {
  const { outbox, batches } = open();
  for (let i = 1; i <= 5; i++) {
    outbox.tell(iteration(i));
    await settled();
  }
  expect(batches.length).toBe(1);
  outbox.heard(1);
  await settled();
  expect(batches.map(iterationsIn)).toEqual([[1], [2, 3, 4, 5]]);
  outbox.heard(2);
  await settled();
  expect(batches.length).toBe(2);
});

test('of a state only the newest is told; reports of different nodes are told together', async () => {
  const { outbox, batches } = open();
  outbox.tell(iteration(1));
  await settled();
  outbox.tell({ type: 'nodes', reports: { a: report(1), b: report(1) } });
  outbox.tell({ type: 'output', node: 'o', shape: [1] });
  outbox.tell({ type: 'nodes', reports: { b: report(2) } });
  outbox.heard(1);
  await settled();
  expect(batches[1]?.events).toEqual([
    { type: 'output', node: 'o', shape: [1] },
    { type: 'nodes', reports: { a: report(1), b: report(2) } },
  ]);
});

test('R10 a page that hears nothing is not buried: iterations are thinned, all else is kept', async () => {
  const { outbox, batches } = open();
  outbox.tell(iteration(0));
  await settled();
  for (let i = 1; i <= 50_000; i++) {
    outbox.tell(iteration(i, i % 2 === 0 ? 'a' : 'b'));
    if (i % 10_000 === 0) outbox.tell({ type: 'output', node: 'o', shape: [i] });
  }
  outbox.heard(1);
  await settled();
  const events = batches[1]?.events ?? [];
  expect(events.length).toBeLessThanOrEqual(1024);
  expect(events.filter(({ type }) => type === 'output').length).toBe(5);
  const kept = iterationsIn(batches[1]);
  expect(kept.at(-1)).toBeGreaterThan(49_990);
  expect(kept.some(number => number % 2 === 0) && kept.some(number => number % 2 === 1)).toBe(true);
});
