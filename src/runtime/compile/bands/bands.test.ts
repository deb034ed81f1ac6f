import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsOf } from './bands.ts';

test('bands cover every row once, none is empty, and no pair of rows is cut apart', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 2, max: 256 }), (height, rows) => {
      const bounds = boundsOf(height, rows);
      expect([bounds[0], bounds.at(-1)]).toEqual([0, height]);
      const heights = bounds.slice(1).map((end, at) => end - (bounds[at] ?? 0));
      expect(Math.min(...heights)).toBeGreaterThan(0);
      expect(bounds.slice(0, -1).every(start => start % 2 === 0)).toBe(true);
      // The remainder of a pair goes to the last one.
      expect(Math.max(...heights)).toBeLessThanOrEqual(rows + 3);
    }),
  );
});
