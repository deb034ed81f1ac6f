import { expect, test } from 'vitest';
import { unevenness } from './linearity.ts';

test('what costs four times as much at twice the side is even', () => {
  expect(
    unevenness([
      { side: 128, milliseconds: 10 },
      { side: 256, milliseconds: 40 },
    ]),
  ).toBeCloseTo(0);
  expect(
    unevenness([
      { side: 128, milliseconds: 12 },
      { side: 256, milliseconds: 40 },
    ]),
  ).toBeCloseTo(0.2);
});
