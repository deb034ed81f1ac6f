import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from './grid.ts';
import { byTargets, coarseToFine, rounds } from './order.ts';
import { axisOf, gridOver } from './testing/axes.ts';

const places = (cells: readonly Cell[]) => cells.map(({ at }) => at.join(''));

/** How often a value of the first axis follows another one. */
const changes = (cells: readonly Cell[]) =>
  cells.filter(({ at }, index) => index > 0 && at[0] !== cells[index - 1]?.at[0]).length;

describe('coarse to fine', () => {
  test('the ends and the middle come first, then the middles between', () => {
    expect(rounds(1)).toEqual([0]);
    expect(rounds(2)).toEqual([0, 0]);
    expect(rounds(3)).toEqual([0, 0, 0]);
    expect(rounds(4)).toEqual([0, 0, 1, 0]);
    expect(rounds(9)).toEqual([0, 2, 1, 2, 0, 2, 1, 2, 0]);
  });

  test('of two axes corners, edges and centre come first', () => {
    const grid = gridOver(axisOf('a.x', 5), axisOf('b.x', 5));
    expect(places(coarseToFine(grid, grid.cells).slice(0, 9))).toEqual([
      '00',
      '02',
      '04',
      '20',
      '22',
      '24',
      '40',
      '42',
      '44',
    ]);
  });

  test('every cell comes once, whatever the grid', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (first, second) => {
        const grid = gridOver(axisOf('a.x', first), axisOf('b.x', second, false));
        expect(places(coarseToFine(grid, grid.cells)).sort()).toEqual(places(grid.cells).sort());
      }),
    );
  });
});

describe('cells that share their targets are neighbours', () => {
  test('a live parameter varies fastest, whichever axis it is', () => {
    const layersFirst = gridOver(axisOf('taps.layers', 2, false), axisOf('style.weight', 3));
    expect(places(coarseToFine(layersFirst, layersFirst.cells))).toEqual([
      '00',
      '01',
      '02',
      '10',
      '11',
      '12',
    ]);
    const weightFirst = gridOver(axisOf('style.weight', 3), axisOf('taps.layers', 2, false));
    expect(places(coarseToFine(weightFirst, weightFirst.cells))).toEqual([
      '00',
      '10',
      '20',
      '01',
      '11',
      '21',
    ]);
    expect(places(byTargets(weightFirst))).toEqual(['00', '10', '20', '01', '11', '21']);
  });

  test('a round begins with the targets that the one before ended with', () => {
    const grid = gridOver(axisOf('taps.layers', 3, false), axisOf('style.weight', 5));
    const order = coarseToFine(grid, grid.cells);
    expect(places(order)[9]).toBe('23');
    expect(changes(order)).toBe(4);
  });
});
