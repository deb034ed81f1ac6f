import { expect, test } from 'vitest';
import type { PairOutcome } from './falls.ts';
import { figure, layersTable, markdownTable, pairsTable, type Standing, standingsTable } from './report.ts';

const losses = (each: number) => ({
  relu1_1: each,
  relu2_1: each,
  relu3_1: each,
  relu4_1: each,
  relu5_1: each,
});
const outcomes: PairOutcome[] = [
  {
    pair: { content: 'cat', style: 'wave' },
    start: losses(1),
    ends: new Map([
      ['VGG-19', losses(0.2)],
      ['lite', losses(0.4)],
    ]),
  },
];
const standing = (name: string, bytes: number, speeds: number[]): Standing => ({
  name,
  reference: 'random:7',
  bytes,
  cost: { parameters: 1_234_000, bytes: 4 * 1_234_000, flops: 2.5e9 },
  speeds,
});

test('a table is Markdown', () => {
  expect(markdownTable(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |');
});

test('what was not measured is a dash', () => {
  expect(figure(0.756)).toBe('0.76');
  expect(figure(Number.NaN)).toBe('–');
});

test('each encoder has a row with what it costs, how fast it is and how well it paints', () => {
  const standings = [standing('lite', 1_900_000, [8, 20, 9]), standing('VGG-19', 20_000_000, [1, 2, 1.5])];
  const [, , lite, vgg19] = standingsTable(standings, outcomes, 'VGG-19').split('\n');
  // Eight, ten and six times as fast as VGG-19 was in the same round.
  expect(lite).toBe('| lite | 1.23 M | 1.90 MB | 2.50 GFLOP | 9.00 | 8.0 | 0.75 |');
  expect(vgg19).toBe('| VGG-19 | 1.23 M | 20.0 MB | 2.50 GFLOP | 1.50 | 1.0 | 1.00 |');
});

test('without VGG-19 nothing is compared with it', () => {
  const [, , row] = standingsTable([standing('random', 0, [2])], [], 'VGG-19').split('\n');
  expect(row).toBe('| random | 1.23 M | a seed | 2.50 GFLOP | 2.00 | – | – |');
});

test('each pair has a row, and each encoder one for its layers', () => {
  expect(pairsTable(outcomes, ['VGG-19', 'lite'], 'VGG-19').split('\n').at(-1)).toBe(
    '| cat × wave | 5.000 | 4.000 | 0.75 |',
  );
  expect(layersTable(outcomes, ['lite']).split('\n').at(-1)).toBe(
    '| lite | 0.60 | 0.60 | 0.60 | 0.60 | 0.60 |',
  );
});
