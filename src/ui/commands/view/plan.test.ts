import { expect, test } from 'vitest';
import { isOnNow, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { plan } from './plan.ts';

tryOnDefaultDocument();

test('the plan is shown and put away', async () => {
  expect(isOnNow(plan)).toBe(false);
  await tried(plan);
  expect(isOnNow(plan)).toBe(true);
  await tried(plan);
  expect(isOnNow(plan)).toBe(false);
});
