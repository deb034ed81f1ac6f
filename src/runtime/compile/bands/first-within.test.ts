import { expect, test } from 'vitest';
import type { Bands } from './bands.ts';
import { firstWithin } from './first-within.ts';

type Way = Bands | 'whole';

/** Five blocks, each of which saves a fifth of what the whole takes; a row takes a byte. */
const peakOf = (way: Way) => (way === 'whole' ? 1000 : 1000 - 200 * Math.min(4, way.blocks) + way.rows);

function choose(memory: number) {
  const tried: Way[] = [];
  const cut = (bands: Bands): Way => {
    tried.push(bands);
    return bands;
  };
  return { chosen: firstWithin(memory, 'whole', cut, peakOf), tried };
}

test('what fits is not cut, and nothing is tried', () => {
  expect(choose(1000)).toEqual({ chosen: 'whole', tried: [] });
});

test('as few blocks as will do, in bands as tall as will do', () => {
  expect(choose(999).chosen).toEqual({ blocks: 1, rows: 128 });
  expect(choose(870).chosen).toEqual({ blocks: 1, rows: 64 });
  expect(choose(816).chosen).toEqual({ blocks: 1, rows: 16 });
  expect(choose(815).chosen).toEqual({ blocks: 2, rows: 128 });
});

test('where nothing is little enough it takes the least, and stops when a block more saves nothing', () => {
  const { chosen, tried } = choose(1);
  expect(chosen).toEqual({ blocks: 4, rows: 16 });
  expect(tried.length).toBe(5);
});
