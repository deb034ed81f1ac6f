import { expect, test } from 'vitest';
import { placeBelow } from './place-below.ts';

test('what is free is taken as it is', () => {
  expect(placeBelow({ x: 10, y: 20 }, [])).toEqual({ x: 10, y: 20 });
  expect(placeBelow({ x: 10, y: 20 }, [{ x: 400, y: 0, width: 200, height: 900 }])).toEqual({ x: 10, y: 20 });
});

test('what would cover a node goes below it, and below what stands there', () => {
  const column = [
    { x: 0, y: 0, width: 200, height: 200 },
    { x: 0, y: 260, width: 200, height: 200 },
  ];
  const { x, y } = placeBelow({ x: 50, y: 50 }, column);
  expect(x).toBe(50);
  expect(y).toBeGreaterThanOrEqual(460);
  expect(y).toBeLessThan(520);
});
