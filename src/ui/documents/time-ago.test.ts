import { expect, test } from 'vitest';
import { timeAgo } from './time-ago.ts';

test('how long ago is said in the largest whole unit, and by its date after a week', () => {
  const now = Date.UTC(2024, 4, 20, 12);
  const ago = (milliseconds: number) => timeAgo(now - milliseconds, now, 'en');
  expect(ago(20_000)).toBe('now');
  expect(ago(3 * 60_000)).toBe('3 minutes ago');
  expect(ago(5 * 3_600_000)).toBe('5 hours ago');
  expect(ago(30 * 3_600_000)).toBe('yesterday');
  expect(ago(10 * 86_400_000)).toBe('May 10, 2024');
  expect(timeAgo(now - 180_000, now, 'zh')).toBe('3分钟前');
});

test('a clock that was set back makes nothing of the future', () => {
  expect(timeAgo(5_000_000, 0, 'en')).toBe('now');
});
