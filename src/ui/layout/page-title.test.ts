import { expect, test } from 'vitest';
import { nothingPainted, type RunFacts } from '../state/painting.ts';
import { percentPainted } from './page-title.tsx';

const run = (optimiser: string, changes: Partial<RunFacts>): RunFacts => ({
  optimiser,
  state: 'running',
  iteration: 0,
  until: 200,
  mixed: false,
  ...changes,
});

test('the title tells how far what paints has got, and nothing once it rests', () => {
  expect(percentPainted(nothingPainted)).toBeUndefined();
  const painting = { ...nothingPainted, runs: { a: run('a', {}) } };
  const iterations = { a: { optimiser: 'a', iteration: 77, until: 200, terms: [], total: 1 } };
  expect(percentPainted({ ...painting, iterations })).toBe(38);
  expect(
    percentPainted({ ...painting, runs: { a: run('a', { state: 'paused', iteration: 77 }) } }),
  ).toBeUndefined();
  const two = { a: run('a', { iteration: 100 }), b: run('b', { until: 300 }) };
  expect(percentPainted({ ...nothingPainted, runs: two })).toBe(20);
});
