import { expect, test } from 'vitest';
import { formatRate, Rate } from './rate.ts';

test('the rate is what was painted over the last seconds', () => {
  const rate = new Rate();
  expect(rate.perSecond).toBeUndefined();
  for (let i = 1; i <= 20; i++) rate.hear(i, i * 250);
  expect(rate.perSecond).toBeCloseTo(4);
  for (let i = 21; i <= 80; i++) rate.hear(i, 5000 + (i - 20) * 100);
  expect(rate.perSecond).toBeCloseTo(10, 0);
});

test('iterations that are told together were not painted at once', () => {
  const rate = new Rate();
  for (let batch = 0; batch < 8; batch++) for (let i = 1; i <= 5; i++) rate.hear(batch * 5 + i, batch * 500);
  expect(rate.perSecond).toBeCloseTo(10);
});

test('a pause and a way back begin a new count', () => {
  const rate = new Rate();
  rate.hear(1, 0);
  rate.hear(2, 1000);
  rate.pause();
  rate.hear(3, 60_000);
  expect(rate.perSecond).toBeUndefined();
  rate.hear(4, 60_500);
  expect(rate.perSecond).toBeCloseTo(2);
  rate.hear(1, 61_000);
  expect(rate.perSecond).toBeUndefined();
});

test('a rate is said with two digits', () => {
  expect([formatRate(4.234), formatRate(0.26), formatRate(37.6)]).toEqual(['4.2', '0.3', '38']);
});
