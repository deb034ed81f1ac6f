import { expect, test } from 'vitest';
import { axisOf, gridOver } from '../../runtime/sweep/testing/axes.ts';
import { tableOf } from './csv.ts';
import type { CellRecord } from './record.ts';

const record = (name: string, more: Partial<CellRecord> = {}): CellRecord => ({
  ...{ format: 'gramarye-cell', version: 1, name, key: 'k', status: 'done', values: {} },
  losses: [
    { optimiser: 'adam', iteration: 5, total: 6, terms: { 'style/relu1_1': { value: 2, weight: 3 } } },
  ],
  ...{ seconds: 1.5, backend: 'wasm', pictures: [{ node: 'out', file: `${name}.png` }] },
  ...more,
});

const table = (...records: readonly CellRecord[]) =>
  tableOf(gridOver(axisOf('a.x', 3)), new Map(records.map(each => [each.name, each])), 'en')
    .trimEnd()
    .split('\r\n');

test('a line for each cell that has a record, in the order of the grid, with each term before its weight', () => {
  expect(table(record('a.x=2'), record('a.x=0'))).toEqual([
    'a.x,status,loss,iterations,seconds,backend,picture,reason,key,style/relu1_1',
    '0,done,6,5,1.5,wasm,cells/a.x=0.png,,k,2',
    '2,done,6,5,1.5,wasm,cells/a.x=2.png,,k,2',
  ]);
});

test('several optimisers have their terms apart and their iterations summed', () => {
  const terms = { tv: { value: 1, weight: 1 } };
  const losses = ['coarse', 'fine'].map((optimiser, at) => ({ optimiser, iteration: 5, total: at, terms }));
  const [header, line] = table(record('a.x=0', { losses }));
  expect(header).toMatch(/,coarse: tv,fine: tv$/);
  expect(line).toMatch(/^0,done,1,10,/);
});

test('commas, quotes and new lines stay within their field', () => {
  const reason = { en: 'It said "no",\nand left.', zh: '' };
  const [, ...lines] = table(record('a.x=1', { status: 'failed', losses: [], pictures: [], reason }));
  expect(lines.join('\r\n')).toBe('1,failed,,0,1.5,wasm,,"It said ""no"",\nand left.",k');
});
