import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roomFor } from './room.ts';
import type { Box } from './thing.ts';

const size = { width: 100, height: 50 };
const box = (x: number, y: number): Box => ({ x, y, ...size });

test('what is wished is kept where nothing is in the way', () => {
  expect(roomFor(size, { x: 3, y: 4 }, [])).toEqual({ x: 3, y: 4 });
  // Side by side is not over one another.
  expect(roomFor(size, { x: 100, y: 0 }, [box(0, 0)])).toEqual({ x: 100, y: 0 });
});

test('else it is the nearest place beside, above or below', () => {
  expect(roomFor(size, { x: 10, y: 40 }, [box(0, 0)])).toEqual({ x: 10, y: 66 });
  expect(roomFor(size, { x: 10, y: -40 }, [box(0, 0)])).toEqual({ x: 10, y: -66 });
  expect(roomFor(size, { x: 90, y: 0 }, [box(0, 0)])).toEqual({ x: 116, y: 0 });
  // In a row that is full, above or below it.
  const row = [-232, -116, 0, 116, 232].map(x => box(x, 0));
  expect(roomFor(size, { x: 0, y: 10 }, row)).toEqual({ x: 0, y: 66 });
});

test('nothing is ever covered', () => {
  const boxes = fc.array(
    fc.record({ x: fc.nat(600), y: fc.nat(600), width: fc.nat(300), height: fc.nat(300) }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(boxes, fc.nat(600), fc.nat(600), (others, x, y) => {
      const at = roomFor(size, { x, y }, others);
      const covered = others.filter(
        one =>
          at.x < one.x + one.width &&
          one.x < at.x + size.width &&
          at.y < one.y + one.height &&
          one.y < at.y + size.height,
      );
      expect(covered).toEqual([]);
    }),
  );
});
