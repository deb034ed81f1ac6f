import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

test('one iteration has no pace yet', () => {
  const pace = new Pace();
  pace.mark(1, 5);
  expect(pace.perSecond).toBeUndefined();
});

test('what counts is how fast it goes now', () => {
  const pace = new Pace();
  for (let second = 0; second <= 100; second++) pace.mark(second * 10, second);
  for (let second = 101; second <= 120; second++) pace.mark(1000 + second - 100, second);
  expect(pace.perSecond).toBe(1);
});

test('iterations that take longer than the window have a pace, too', () => {
  const pace = new Pace();
  pace.mark(1, 0);
  pace.mark(2, 40);
  pace.mark(3, 80);
  expect(pace.perSecond).toBe(1 / 40);
});
