import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { say } from '../../language/message.ts';
import { cellsOfShard, readShard } from './shard.ts';
import { axisOf, gridOver } from './testing/axes.ts';

describe('the shards of a sweep', () => {
  test('have every cell exactly once, and differ by one cell at most', () => {
    const side = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(side, side, fc.integer({ min: 1, max: 40 }), (first, second, of) => {
        const grid = gridOver(axisOf('a.x', first, false), axisOf('b.x', second));
        const shards = Array.from({ length: of }, (_, at) => cellsOfShard(grid, { index: at + 1, of }));
        const names = shards.flat().map(({ name }) => name);
        expect(names.sort()).toEqual(grid.cells.map(({ name }) => name).sort());
        const sizes = shards.map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('keep cells with the same targets together', () => {
    const grid = gridOver(axisOf('style.weight', 4), axisOf('taps.layers', 4, false));
    for (const index of [1, 2, 3, 4]) {
      expect(new Set(cellsOfShard(grid, { index, of: 4 }).map(({ at }) => at[1])).size).toBe(1);
    }
  });
});

describe('a shard is written', () => {
  test('as which of how many, from 1', () => {
    expect(readShard('2/4')).toEqual({ ok: true, value: { index: 2, of: 4 } });
    expect(readShard(' 1/1 ')).toEqual({ ok: true, value: { index: 1, of: 1 } });
  });

  test('and refused with how it is written', () => {
    for (const text of ['', '3', '5/4', '1/0', '-1/4', '1.5/2', 'a/b', '1/4/2']) {
      const read = readShard(text);
      expect(read.ok ? 'It was taken.' : say(read.reason), text).toContain('1/4, 2/4, 3/4, 4/4');
    }
    const zero = readShard('0/4');
    expect(zero.ok ? '' : say(zero.reason)).toMatch(/counted from 1.*the first of 4 is 1\/4.*add 1/);
    expect(zero.ok ? '' : say(zero.reason, 'zh')).toContain('从 1 开始计数');
  });
});
