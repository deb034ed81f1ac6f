import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisOf, gridOver } from '../../runtime/sweep/testing/axes.ts';
import { layoutOf } from './sheet-layout.ts';
import type { Box } from './sheet-measures.ts';

const apart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

test('every cell has a place of its own within the sheet, whatever the grid and the shape of the pictures', () => {
  const axes = fc.oneof(
    fc.integer({ min: 1, max: 80 }).map(count => [axisOf('a.x', count)]),
    fc
      .tuple(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 12 }))
      .map(([across, down]) => [axisOf('a.x', across), axisOf('b.y', down)]),
  );
  fc.assert(
    fc.property(axes, fc.double({ min: 0.25, max: 4, noNaN: true }), (varied, aspect) => {
      const grid = gridOver(...varied);
      const { width, height, tiles } = layoutOf(grid, 'Title', aspect);
      expect(new Set(tiles.map(({ cell }) => cell.name))).toEqual(
        new Set(grid.cells.map(({ name }) => name)),
      );
      for (const [index, { picture, captionY }] of tiles.entries()) {
        expect(picture.x).toBeGreaterThanOrEqual(0);
        expect(picture.x + picture.width).toBeLessThanOrEqual(width);
        expect(captionY).toBeLessThan(height);
        const next = tiles[index + 1];
        if (next) expect(apart(picture, next.picture)).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

test('of two axes the first runs across and the second down', () => {
  const { tiles } = layoutOf(gridOver(axisOf('a.x', 3), axisOf('b.y', 2)), 'Title', 1);
  const at = (name: string) => tiles.find(({ cell }) => cell.name === name)?.picture;
  const [origin, right, below] = ['a.x=0,b.y=0', 'a.x=2,b.y=0', 'a.x=0,b.y=1'].map(at);
  expect(right?.y).toBe(origin?.y);
  expect(right?.x).toBeGreaterThan(origin?.x ?? Infinity);
  expect(below?.x).toBe(origin?.x);
  expect(below?.y).toBeGreaterThan(origin?.y ?? Infinity);
});

test('the largest sweep still makes a sheet that WebP can hold', () => {
  const longest = 16_383;
  for (const [across, down] of [
    [64, 64],
    [4096, 1],
    [1, 4096],
    [65, 63],
  ]) {
    const { width, height } = layoutOf(
      gridOver(axisOf('a.x', across ?? 0), axisOf('b.y', down ?? 0)),
      'T',
      4,
    );
    expect(Math.max(width, height)).toBeLessThan(longest);
  }
});
